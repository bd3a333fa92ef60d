import { dayOf, ratio } from '@rongmei/kit'
import { measure } from '../../platform/measures.ts'
import { daysOf, periodParams, periodViews } from '../../platform/period.ts'
import { findDue } from './rectification.store.ts'

/** 整改按期完成率: of what was due in the period, the share handed in by its day and found done by somebody else. */
export const onTimeMeasure = measure({
  name: 'oversight.rectified-on-time',
  title: '整改按期完成率',
  description: '期内到期的整改中，按期提交并经复核通过的占比',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 1 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const today = dayOf(ctx.now())
    const rows = (await findDue(ctx, ...daysOf(period))).filter((row) => row.due_on < today || row.state === 'closed')
    const onTime = rows.filter(
      (row) => row.state === 'closed' && row.handed_in_at !== null && dayOf(row.handed_in_at) <= row.due_on,
    )
    return {
      value: ratio(onTime.length, rows.length),
      coverage: rows.length === 0 ? 0 : 1,
      coverageNote: rows.length === 0 ? '期内没有到期的整改' : `期内到期 ${rows.length} 项`,
      working: `按期完成 ${onTime.length} 项 ÷ 到期 ${rows.length} 项`,
      facts: rows.map((row) => ({
        kind: 'rectification',
        id: row.id,
        label: row.problem,
        at: row.handed_in_at,
        href: null,
        note: onTime.includes(row) ? '按期完成' : `期限 ${row.due_on}，未按期完成`,
      })),
    }
  },
})
