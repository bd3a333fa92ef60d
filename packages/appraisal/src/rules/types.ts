/** Decimals are written as strings in rule sets, so that no reader of the data can lose a digit. */
export type DecimalText = string

/** A qualitative tier: the share of the weight a row in it may get, `[from, to]` or `[from, to)`. */
export interface Tier {
  name: string
  from: DecimalText
  to: DecimalText
  toInclusive: boolean
}

/** The weight of a level 1, or of several together: then `dimensions` lists them and `dimension` is their name. */
export interface WeightGuide {
  dimension: string
  weight: DecimalText
  dimensions?: string[]
}

/** How a "not more than" indicator loses points. */
export type ReverseVariant =
  /** t < a < 2t: w·(1−(a−t)/t); a ≥ 2t: 0 */
  | 'linear'
  /** w·t/a */
  | 'ratio'

/**
 * The rules one form is scored under, as data. A form stores the id, so it re-scores the same for ever: a published
 * rule set is never edited, only followed by another one.
 */
export interface RuleSet {
  id: string
  name: string
  /** of the data, not of the norm: a correction after publication is a new version under a new id */
  version: string
  /** whose forms it is for: `CN` or the code of a province (GB/T 2260, `42` Hubei) */
  region: string
  issuer: string
  document: string
  /** first day on which it applies, `2020-02-25` */
  validFrom: string
  /** last day, or null while in force */
  validTo: string | null
  total: DecimalText
  /** guiding weights per level 1; deviations are allowed where the rule says so, and are then a remark only */
  weights: WeightGuide[]
  /** `explainBelow`: the execution rate below which a form must give the reason */
  execution: { weight: DecimalText; formula: string; source: string; explainBelow?: DecimalText }
  tiers: { list: Tier[]; source: string }
  /** ≥, > and = */
  positive: { formula: string; source: string }
  /** = 0: all or nothing */
  zero: { formula: string; source: string }
  reverse: { variant: ReverseVariant; formula: string; source: string }
  /** actual ÷ target from which an over-achievement must be explained */
  overAchievement: { from: DecimalText; source: string }
  rounding: { places: number; mode: 'half-up' }
  grades: { list: { name: string; from: DecimalText }[]; source: string }
  /** what its forms print: a weight per row, operator and unit in columns of their own, a grade row */
  layout: { weightColumn: boolean; splitTarget: boolean; gradeRow: boolean }
  /** what has not been checked against the official text, in Chinese; printed wherever the rule set is named */
  unverified: string[]
}
