/**
 * The two upper levels of the indicator tree, in the order in which the forms print them. Data, not code: newer central
 * templates move 成本指标 to a level of its own, with three children.
 * Source: 财预〔2020〕10号 附表; appraisal.md 1.5.
 */
export interface Category {
  /** level-2 name as the forms print it */
  name: string
  /** its level-1 name */
  dimension: string
  /** words in an indicator's name that speak for this category */
  cue: RegExp | null
  /** a narrow category: an indicator without a cue hardly belongs here */
  narrow: boolean
}

export const CATEGORIES: readonly Category[] = [
  {
    name: '数量指标',
    dimension: '产出指标',
    cue: /数量|场次|次数|月份|完成[率度]|下载量|发布量|期数|人次|台数|覆盖率/,
    narrow: false,
  },
  { name: '质量指标', dimension: '产出指标', cue: /质量|优秀|优良|合格率|达标率|准确率|标准|先进性/, narrow: false },
  { name: '时效指标', dimension: '产出指标', cue: /及时|时效|按期|按时|准时|时限/, narrow: false },
  { name: '成本指标', dimension: '产出指标', cue: /成本|节约|造价|单价/, narrow: false },
  { name: '经济成本指标', dimension: '成本指标', cue: /成本|节约|造价|单价/, narrow: false },
  { name: '社会成本指标', dimension: '成本指标', cue: /社会成本/, narrow: false },
  { name: '生态环境成本指标', dimension: '成本指标', cue: /环境成本|生态成本/, narrow: true },
  { name: '经济效益指标', dimension: '效益指标', cue: /经济效益|收入|利润|税收|增收/, narrow: false },
  {
    name: '社会效益指标',
    dimension: '效益指标',
    cue: /社会效益|影响力|传播力|知名度|参与度|收视率|报道率|投诉/,
    narrow: false,
  },
  { name: '生态效益指标', dimension: '效益指标', cue: /生态|环保|环境|节能|减排|绿色|污染|排放/, narrow: true },
  {
    name: '可持续影响指标',
    dimension: '效益指标',
    cue: /长效|机制|制度|健全|可持续|持续影响|信息共享/,
    narrow: false,
  },
  { name: '服务对象满意度指标', dimension: '满意度指标', cue: /满意|认可度|好评/, narrow: false },
]

/** Other spellings of level-2 labels seen on forms, without 指标 where both occur. */
const CATEGORY_ALIASES: Record<string, string> = {
  经济效益: '经济效益指标',
  社会效益: '社会效益指标',
  生态效益: '生态效益指标',
  环境效益指标: '生态效益指标',
  可持续影响: '可持续影响指标',
  可持续发展指标: '可持续影响指标',
  服务对象满意度: '服务对象满意度指标',
  社会公众或服务对象满意度指标: '服务对象满意度指标',
}

const DIMENSIONS = new Set(CATEGORIES.map((category) => category.dimension))
const CATEGORY_NAMES = new Set(CATEGORIES.map((category) => category.name))

/** What a label cell says. 成本指标 is a category in the old tree and a dimension in the new: `both`. */
export type Label =
  | { level: 'outer'; name: string }
  | { level: 'dimension'; name: string }
  | { level: 'category'; name: string }
  | { level: 'both'; name: string }

/** 社会公众或服务对象满意度指标(10.5分) */
const LONGEST_LABEL = 24

/**
 * Recognises a label cell of the indicator block; a weight behind it, 产出指标(50分), does not matter.
 *
 * @param key the cell without blanks, NFKC-normalised
 * @returns null when the cell is no label known to the tree
 */
export function labelOf(key: string): Label | null {
  if (key === '' || key.length > LONGEST_LABEL) return null
  if (key.endsWith(')')) return labelOf(key.replace(/\((\d+(\.\d+)?)?分?\)$/, '').replace(/\)$/, ''))
  if (key === '绩效指标' || /^年度绩效目标\d*$/.test(key)) return { level: 'outer', name: key }
  if (key === '成本指标') return { level: 'both', name: key }
  if (key === '满意度') return { level: 'dimension', name: '满意度指标' }
  if (DIMENSIONS.has(key)) return { level: 'dimension', name: key }
  const name = CATEGORY_ALIASES[key] ?? key
  return CATEGORY_NAMES.has(name) ? { level: 'category', name } : null
}

/** The level-1 name of a level-2 name; null for a label outside the tree. */
export function dimensionOf(category: string): string | null {
  return CATEGORIES.find((entry) => entry.name === category)?.dimension ?? null
}
