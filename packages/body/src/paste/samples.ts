/** Written after the shape of what Word 2016 puts on the clipboard; the text is made up. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><title>稿件</title><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>
<!--[if gte mso 9]><xml><o:Template>Normal</o:Template></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; font-family:"宋体";} @page WordSection1 {size:595pt} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment--><div class=WordSection1>
<h1 style='mso-pagination:widow-orphan'><b><span style='mso-fareast-font-family:宋体'>区图书馆新馆开放<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-indent:21.0pt'><span lang=EN-US>&nbsp;&nbsp;&nbsp; </span><span style='font-family:宋体'>本报讯（记者
王小明）</span><span lang=EN-US>5</span>月<span lang=EN-US>1</span>日起，<b style='mso-bidi-font-weight:normal'>新馆</b>向市民开放，馆藏图书
达到三十万册。<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>借阅免费；<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>Ø<span>&nbsp; </span></span><![endif]>凭身份证；</p>
<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>夜间开放。</p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>（一）</span>文号照旧</p>
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2 style='mso-border-alt:solid'><p class=MsoNormal align=center>开放时间<o:p></o:p></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>周一</p></td><td><p>闭馆</p></td></tr><tr><td><p>整理<br>图书</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="p"><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/Temp/clip_image002.jpg" v:shapes="p"><![endif]></p>
<p class=MsoNormal style='mso-outline-level:3'>小标题</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><s>删去</s>H<sub>2</sub>O<a class=msocomanchor id="_anchor_1" href="#_msocom_1">[W1]</a></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>批注：核实</p></div></div>
</div><!--EndFragment--></body></html>`

/** After what the WeChat editor and its layout tools give; the text is made up. */
export const WECHAT = `<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section style="box-sizing: border-box;"><section style="display: flex;"><section style="display: inline-block; width: 30%;"><p style="text-align: center;"><strong>01</strong></p></section><section style="display: inline-block;"><p><span style="font-size: 18px;"><strong>春季招聘会</strong></span></p></section></section></section>
<p style="text-indent: 2em;"><span style="letter-spacing: 1px;">\u3000\u30004月8日，招聘会在体育馆举行，</span><span style="color: rgb(255, 0, 0); font-weight: bold;">提供岗位2000个</span><span leaf="">。</span></p>
<p><br></p>
<section style="text-align: center;"><img class="rich_pages wxw-img" data-ratio="0.75" data-s="300,640" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-w="1080" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E"></section>
<section><svg viewBox="0 0 100 20"><defs><title>图</title></defs><g><path d="M0 0"></path><text x="1">扫码报名</text></g></svg></section>
<ul class="list-paddingleft-1"><li><section><span>携带身份证</span></section></li><li><p>提前预约</p></li></ul>
<p>点<a href="https://mp.weixin.qq.com/s/x?a=1&amp;b=2" data-linktype="2" style="text-decoration: underline;">这里</a>查看<img class="wx_emoji" data-type="emoji" alt="[微笑]" src="https://res.wx.qq.com/e.png"></p>
<section class="mp_profile_iframe_wrp"><mp-common-profile class="js_uneditable" data-id="MzA" data-nickname="云上发布" data-signature="身边事"></mp-common-profile></section>
<mp-miniprogram data-miniprogram-title="一键预约" data-miniprogram-nickname="便民服务" data-url="https://example.cn/mini"></mp-miniprogram>
<iframe class="video_iframe" data-src="https://v.qq.com/x"></iframe><p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p></div>`

/** A page of a news site; the text is made up. */
export const WEB = `<!DOCTYPE html><html><head><title>页面</title><link rel=stylesheet href=a.css><script>var a = "<p>假</p>"</script></head>
<body onload="go()"><noscript>请启用脚本</noscript><article><h1>社区运动会</h1><p class="lead">\u3000\u3000昨天，<em>三百</em>多名居民参加。<br><br>\u3000\u3000比赛分六项。</p>
<figure><img src="/img/a.jpg" alt="跑步" width="640" height="480" onerror="alert(1)"><figcaption>居民在 <b>跑步</b></figcaption></figure>
<h4>成绩</h4><table><caption>名次表</caption><thead><tr><th>队</th><th>分</th></tr></thead><tbody><tr><td>东</td><td>9<table><tr><td>细目</td></tr></table></td></tr></tbody></table>
<blockquote>重在参与。<footer>居民</footer></blockquote><dl><dt>时间</dt><dd>上午</dd></dl><hr><pre>第一行
第二行</pre><ol start="4"><li>四<ol><li>四甲</li></ol><li>五</ol>
<p><a href="javascript:steal()">点我</a> <a href="../next">下一页</a><a href="#top">顶部</a></p><img src="/pixel.gif" width=1 height=1>
<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(30)}"></article><style>p{}</style><video src=v.mp4>不支持</video></body></html>`
