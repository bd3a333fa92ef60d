import type { Indicator } from '../model.ts'
import { type LintRule, rowRule } from './rule.ts'

/**
 * Words that settle a level 2 by themselves, whatever is printed. Fewer than the reader's cues (tree.ts): a wrong
 * remark is worse here than a missed one. Labels that were inferred are left alone.
 */
const SETTLED: { category: string; word: RegExp }[] = [
  { category: '服务对象满意度指标', word: /满意度$|满意率$/ },
  { category: '时效指标', word: /及时性$|及时率$|时效$|响应(速度|时间)$|完成时间$|按时/ },
  { category: '质量指标', word: /合格率|故障率|事故|差错率|准确率|优秀率|达标率/ },
  { category: '成本指标', word: /成本|造价|单价/ },
]

/** Something of time in the name or the target: without it a row hardly belongs to 时效指标. */
const TIMELY =
  /及时|时效|按时|按期|准时|时间|时限|时长|速度|效率|进度|周期|期限|月|日|天|年|季|提前|响应|截止|频次|更新|完成/

export const categoryRules: LintRule[] = [
  rowRule({ code: 'category-misfit', severity: 'info', remedy: '核对二级指标，把该指标移到相称的类别' }, misfit),
]

function misfit(row: Indicator): string | null {
  const basis = row.src?.l2Basis ?? 'printed'
  if (basis === 'late' || basis === 'inferred') return null
  const meant = SETTLED.find(({ word }) => word.test(row.l3))?.category
  const outcome = row.l1 !== '产出指标' && row.l1 !== '满意度指标'
  // outcomes may well be told in words of quality and cost; only 满意度 is out of place there
  if (meant && !row.l2.startsWith(meant.slice(0, 2)) && !row.l2.includes('满意') && !row.l2.includes('成本')) {
    if (!outcome || meant.includes('满意')) return `「${row.l3}」列在「${row.l2}」下，更像「${meant}」`
  }
  if (row.l2.includes('满意') && !/满意|认可|好评|评价|意见|投诉/.test(row.l3)) {
    return `「${row.l3}」列在「${row.l2}」下，名称与满意度无关`
  }
  if (row.l2 === '时效指标' && !TIMELY.test(row.l3) && !/[时日天月周年]/.test(row.target)) {
    return `「${row.l3}」列在「时效指标」下，名称和指标值都与时间无关`
  }
  return null
}
