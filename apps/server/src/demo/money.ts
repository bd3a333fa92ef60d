import { addDays } from '@rongmei/kit'
import type { Dice } from './dice.ts'
import type { Troupe } from './troupe.ts'
import { addPayment, decideAdjustment, listProjects, proposeAdjustment, setPlan } from './verbs.ts'

const YEAR = 2023
const SOURCE = 'appropriation' as const
const PURPOSES = [
  '支付设备采购款',
  '支付运维服务费',
  '支付节目制作费',
  '支付印刷费',
  '支付软件服务费',
  '支付场地保障费',
  '支付宣传推广费',
  '支付安全服务费',
]
const PAYEES = ['company', 'company', 'company', 'institution', 'other'] as const

/**
 * The money of 2023 as the forms print it: 年初预算, payments over the year that add up to what was executed, and in
 * December the adjustment that set the year's budget to what was spent. When and for what each payment was is invented.
 */
export async function bringMoney(troupe: Troupe, dice: Dice): Promise<void> {
  const [finance, director] = [await troupe.as('caiwu'), await troupe.as('zhuren')]
  const { items } = await listProjects(director, YEAR)
  let voucher = 1
  for (const { id, initialFen, executedFen } of items) {
    const [initial, executed] = [BigInt(initialFen ?? 0), BigInt(executedFen ?? 0)]
    const lines = [{ source: SOURCE, fen: String(initial) }]
    await setPlan(finance, id, { rev: 0, lines, document: '2023 年部门预算批复（演示）', reason: '' })
    for (const { day, fen } of spread(dice, executed)) {
      await addPayment(finance, id, {
        paidOn: day,
        fen: String(fen),
        source: SOURCE,
        payee: dice.pick(PAYEES),
        purpose: dice.pick(PURPOSES),
        contract: '',
        voucher: `记-${String(voucher).padStart(4, '0')}`,
        file: null,
        overReason: '',
      })
      voucher += 1
    }
    if (executed === initial) continue
    const proposed = await proposeAdjustment(finance, id, {
      source: SOURCE,
      fen: String(executed - initial),
      date: `${YEAR}-12-20`,
      reason: '年末按实际支出调整全年预算数',
      document: '2023 年预算调整表（演示）',
    })
    const adjustment = proposed.adjustments.find((one) => one.state === 'proposed')
    if (adjustment) await decideAdjustment(director, adjustment.id, { state: 'approved', opinion: '同意' })
  }
}

/** Splits a sum over a dozen days of the year, to the 分. */
function spread(dice: Dice, total: bigint): { day: string; fen: bigint }[] {
  const count = dice.int(9, 14)
  const shares = Array.from({ length: count }, () => dice.int(50, 150))
  const whole = BigInt(shares.reduce((sum, one) => sum + one, 0))
  let left = total
  return shares.map((share, at) => {
    const fen = at === count - 1 ? left : (total * BigInt(share)) / whole
    left -= fen
    return { day: addDays(`${YEAR}-01-20`, Math.floor(((at + 1) * 325) / count)), fen }
  })
}
