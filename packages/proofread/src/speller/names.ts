const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤'.split(
    '',
  ),
)

/**
 * How likely a character stands in a person's name: 2 after a surname that begins a name of three, 1 right after a
 * surname, 0 otherwise. A name has no right spelling in a language model, so the gate must know.
 */
export const nameLikeness = (units: Uint16Array, at: number): number => {
  const surname = (place: number) => place > 0 && surnames.has(String.fromCharCode(units[place] ?? 0))
  if (surname(at - 1)) return 1
  return surname(at - 2) ? 2 : 0
}
