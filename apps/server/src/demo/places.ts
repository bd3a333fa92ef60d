/** The eight street and town sub-centres of the demo. */
export const TOWNS = ['泗泾镇', '佘山镇', '九亭镇', '新桥镇', '洞泾镇', '车墩镇', '叶榭镇', '泖港镇'] as const
/** District bureaus that send stories in, from which year on and about what (keys of texts/). */
export const PARTNERS: readonly { name: string; since: number; topics: readonly string[] }[] = [
  { name: '区卫生健康委', since: 2022, topics: ['health', 'elders', 'supply'] },
  { name: '区教育局', since: 2022, topics: ['school-start', 'exams', 'children', 'summer-care', 'reading'] },
  { name: '区应急管理局', since: 2023, topics: ['flood', 'fire-drill', 'heat', 'warmth'] },
  { name: '区人力资源社会保障局', since: 2023, topics: ['jobs', 'business', 'labour'] },
]

// Everything below is invented.
const ESTATES = [
  '春晖苑',
  '云桥新村',
  '秀水家园',
  '荷风苑',
  '江月花园',
  '竹溪坊',
  '绿汀苑',
  '文澜家园',
  '晴川新村',
  '望湖苑',
  '石榴园',
  '梅岭苑',
  '橘香苑',
  '归燕家园',
  '双桂新村',
  '清泉苑',
  '听雨花园',
  '松涛苑',
  '稻香家园',
  '白鹭苑',
  '兰亭新村',
  '枫林苑',
  '朝阳家园',
  '平湖里',
]
export const VILLAGES = [
  '荷巷村',
  '石湖村',
  '柳浜村',
  '渔渡村',
  '南庄村',
  '西桥村',
  '东塘村',
  '林家荡村',
  '芦花村',
  '三桥村',
]
export const SCHOOLS = [
  '青禾学校',
  '云桥学校',
  '晨光学校',
  '江畔学校',
  '育林学校',
  '银杏学校',
  '三泾实验学校',
  '星河学校',
]
export const FIRMS = [
  '泾创精密公司',
  '谷水机械公司',
  '云帆新材料公司',
  '茸光电子公司',
  '华泾物流公司',
  '江岚医疗科技公司',
  '穗丰食品公司',
  '玉树自动化公司',
]
export const ROADS = ['文涵路', '谷泾路', '银泖路', '兴塘路', '花桥路', '泾园路', '朝晖路', '莲溪路']
export const SURNAMES = Array.from(
  '张王李陈刘杨黄周吴徐孙朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭',
)
export const GIVEN = [
  '建明',
  '秀兰',
  '晓燕',
  '志刚',
  '丽华',
  '国平',
  '雨桐',
  '美芳',
  '海波',
  '文静',
  '永强',
  '佳怡',
  '金凤',
  '德胜',
  '小敏',
  '玉珍',
  '俊杰',
  '春花',
  '伟民',
  '桂英',
  '浩宇',
  '月琴',
  '立新',
  '雪梅',
  '长根',
  '婷婷',
  '家豪',
  '亚萍',
  '爱国',
  '梦瑶',
  '洪生',
  '慧琳',
  '根宝',
  '芸',
  '强',
  '敏',
  '磊',
  '静',
  '涛',
  '洁',
  '斌',
  '莉',
  '勇',
  '霞',
]

/** Three estates of a town, always the same. */
export function estatesOf(town: string): string[] {
  const at = Math.max(0, TOWNS.indexOf(town as (typeof TOWNS)[number]))
  return [0, 1, 2].map((step) => `${ESTATES[at * 3 + step]}社区`)
}
