import type { CheckInput, CheckOptions } from '../types.ts'

/** A text on which the rule must stay silent. */
export type RightCase = string | { readonly input: CheckInput; readonly options?: CheckOptions }

/** A text, what the rule must quote, and its first suggestion ('' when only a person can decide). */
export type WrongCase = readonly [input: CheckInput, quote: string, suggestion: string, options?: CheckOptions]

export interface RuleCases {
  readonly right: readonly RightCase[]
  readonly wrong: readonly WrongCase[]
  /** Options for every case that brings none. */
  readonly options?: CheckOptions
  /** Right cases on which another rule raises 必须改 for a reason of its own. */
  readonly mustElsewhere?: readonly string[]
}
