import Tooltip from 'antd/es/tooltip'
import { type BudgetFlag, type BudgetSums, budgetFlagNames } from '@rongmei/contract'
import { Decimal, formatMoney, parseMoney } from '@rongmei/kit'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

/** A rate (share of 1 in text) as people read it. */
export const percent = (rate: string | null): string =>
  rate === null ? '—' : `${new Decimal(rate).times(100).toFixed(2, Decimal.ROUND_HALF_UP)}%`

const yuan = (fen: string) => formatMoney(BigInt(fen))

/** A rate with what it was made of on hover. */
export function Rate({ of, sums }: { of: 'year' | 'initial'; sums: BudgetSums }) {
  const base = of === 'year' ? sums.adjustedFen : sums.initialFen
  return (
    <Tooltip title={`${yuan(sums.executedFen)} ÷ ${yuan(base)} 元`}>
      <span className="rm-num">{percent(of === 'year' ? sums.executionRate : sums.initialRate)}</span>
    </Tooltip>
  )
}

export function Flags({ flags }: { flags: readonly BudgetFlag[] }) {
  return (
    <span className="budget-flags">
      {flags.map((flag) => (
        <StateTag
          key={flag}
          shape="alert"
          tone={flag === 'overspent' ? 'bad' : flag === 'adjustedToSpent' ? 'warn' : 'quiet'}
          title={zh.flagHints[flag]}
        >
          {budgetFlagNames[flag]}
        </StateTag>
      ))}
    </span>
  )
}

/** Checks an amount in 元 as it is typed: `552,789.25`. */
export const amountRule = {
  required: true,
  validator: (_: unknown, value: string | undefined) =>
    parseMoney(value ?? '') === null ? Promise.reject(new Error(zh.amountWrong)) : Promise.resolve(),
}

/** 元 as typed → 分 in text. Only for what `amountRule` let pass. */
export const toFen = (typed: string): string => String(parseMoney(typed) ?? 0n)
/** 分 in text → 元 for an input. */
export const toTyped = (fen: string): string => formatMoney(BigInt(fen), { separators: false })
