import type { Cause, Sentence } from '@rongmei/contract'

/** A fact as a draft cites it: `no` is its place among the facts of the computation. */
export type Cited = { no: number; label: string; note: string; day: string | null }

export type Loss = {
  l3: string
  target: string
  /** The value computed, as its cell shows it. */
  actual: string
  /** Points lost, in text. */
  loss: string
  coverage: number
  coverageNote: string
}

/** How many facts one sentence names at most; the rest stand behind the computation. */
const MOST_CITED = 20
const MOST_GROUPS = 3

/** What is done about each class of causes (the classes: 财预〔2019〕136号). A person changes it before signing. */
const REMEDIES: Record<Cause, string> = {
  funds: '按月核对预算与支出进度，资金不足的在调整预算时提出',
  rules: '明确责任人和办理时限，每月检查一次落实情况',
  staff: '调整排班并安排培训，由部门负责人每月抽查',
  hardware: '列出要修、要换的设备，定期限交付并验收',
  other: '由项目负责人逐条核对原因，一个月内提出整改办法',
}

/**
 * A draft of 偏差原因分析及改进措施 from the facts alone: how far the target was missed, what the records say by kind,
 * what was not measured, and what will be done. Every sentence cites facts; without facts there is no draft.
 */
export function draftDeviation(of: Loss, facts: readonly Cited[], cause: Cause): Sentence[] {
  if (facts.length === 0) return []
  const all = facts.slice(0, MOST_CITED).map((fact) => fact.no)
  const groups = groupsOf(facts)
  const seen = groups.map(({ note, of: some }) => {
    const last = some.at(-1)
    const latest = last ? `，最近一条是${last.day === null ? '' : ` ${last.day} 的`}「${last.label}」` : ''
    return { text: `依据的记录中，「${note}」有 ${some.length} 条${latest}。`, facts: numbers(some) }
  })
  const gap =
    of.coverage < 1
      ? [
          {
            text: `有记录的时段占 ${Math.round(of.coverage * 100)}%${of.coverageNote ? `（${of.coverageNote}）` : ''}，其余时段没有记录可核。`,
            facts: all,
          },
        ]
      : []
  const first = groups[0]?.of ?? facts
  return [
    {
      text: `「${of.l3}」年度指标值为 ${of.target}，按 ${facts.length} 条记录计算为 ${of.actual}，扣 ${of.loss} 分。`,
      facts: all,
    },
    ...seen,
    ...gap,
    { text: `改进措施：针对上述记录反映的情况，${REMEDIES[cause]}。`, facts: numbers(first) },
  ]
}

function groupsOf(facts: readonly Cited[]): { note: string; of: Cited[] }[] {
  const groups = new Map<string, Cited[]>()
  for (const fact of facts) groups.set(fact.note, [...(groups.get(fact.note) ?? []), fact])
  const named = [...groups].filter(([note]) => note !== '').map(([note, of]) => ({ note, of }))
  return named.toSorted((one, other) => other.of.length - one.of.length).slice(0, MOST_GROUPS)
}

const numbers = (facts: readonly Cited[]) => facts.slice(0, MOST_CITED).map((fact) => fact.no)

const WORDS: Record<Exclude<Cause, 'other'>, RegExp> = {
  funds: /经费|资金|预算|拨款|付款/,
  hardware: /设备|故障|机房|供应|厂家|维修|停机/,
  staff: /人员|缺勤|脱岗|缺岗|迟到|漏/,
  rules: /制度|暂停|取消|审批|超时|逾期/,
}

/** The class of causes the records point to most; 其他 where they point to none. A person decides. */
export function likelyCause(facts: readonly Cited[]): Cause {
  const hits = Object.entries(WORDS).map(([cause, words]) => ({
    cause: cause as Cause,
    count: facts.filter((fact) => words.test(`${fact.note}${fact.label}`)).length,
  }))
  const best = hits.toSorted((one, other) => other.count - one.count)[0]
  return best && best.count > 0 ? best.cause : 'other'
}
