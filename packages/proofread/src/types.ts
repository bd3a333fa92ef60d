import type { SpellerModel } from './speller/model.ts'

/** Kinds of finding, as staff read them in the list and in the statistics. */
export const findingClasses = [
  '错别字',
  '成语',
  '重复',
  '异体繁体',
  '异形词',
  '语法',
  '量词',
  '标点',
  '数字',
  '单位',
  '日期',
  '数据逻辑',
  '序号',
  '隐私',
  '人名职务',
  '机构名称',
  '固定提法',
  '前后不一致',
] as const

export type FindingClass = (typeof findingClasses)[number]

/** From the gravest to the mildest: 必须改 is a plain error, 建议 most likely one, 提示 a matter of house style or of checking. */
export const severities = ['必须改', '建议', '提示'] as const

export type Severity = (typeof severities)[number]

export const blockKinds = ['title', 'deck', 'heading', 'paragraph', 'quote', 'item', 'cell', 'caption'] as const

export type BlockKind = (typeof blockKinds)[number]

export interface ProofBlock {
  readonly kind: BlockKind
  readonly text: string
}

/** A manuscript as blocks in reading order. Its text is the blocks joined by '\n'; every offset counts UTF-16 units into that text. */
export interface ProofDocument {
  readonly blocks: readonly ProofBlock[]
}

export type CheckInput = string | ProofDocument

export interface Finding {
  readonly start: number
  readonly end: number
  /** Always `text.slice(start, end)`. */
  readonly quote: string
  /** Replacements for the quote, best first; empty when only a person can decide. */
  readonly suggestions: readonly string[]
  readonly class: FindingClass
  readonly severity: Severity
  /** 0 to 1. */
  readonly confidence: number
  readonly ruleId: string
  /** The standard, clause or list the finding rests on, in Chinese. */
  readonly basis: string
  readonly explanation: string
}

/** A person of the centre's dated roster. Dates are calendar days, both ends included. */
export interface RosterEntry {
  readonly name: string
  readonly title: string
  readonly aliases?: readonly string[] | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

/** An organisation of the centre's list; `successor` is the name to use after `validTo`. */
export interface OrganisationEntry {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
  readonly successor?: string | undefined
}

export interface PhraseEntry {
  readonly right: string
  readonly wrong: readonly string[]
}

export interface CheckOptions {
  /** Publication day 'YYYY-MM-DD': the year of dates written without one, and the day on which posts must be valid. */
  readonly publishedOn?: string | undefined
  /** The centre's own words: nothing inside one is ever flagged. */
  readonly words?: readonly string[] | undefined
  readonly roster?: readonly RosterEntry[] | undefined
  readonly organisations?: readonly OrganisationEntry[] | undefined
  readonly phrases?: readonly PhraseEntry[] | undefined
  /** Ids of rules to leave out. */
  readonly disable?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
  /** The statistical speller's model (`openModel`) and how readily it speaks; without it the rules check alone. */
  readonly speller?: { readonly model: SpellerModel; readonly level: 'quiet' | 'strict' } | undefined
}

/** What a rule reports; offsets count from the start of the text it was given. */
export interface Draft {
  readonly start: number
  readonly end: number
  readonly suggestions: readonly string[]
  readonly explanation: string
  readonly severity?: Severity
  readonly confidence?: number
  readonly basis?: string
}

export interface RuleSetting {
  readonly options: CheckOptions
  /** Builds once per checker whatever a rule derives from the options. */
  readonly memo: <T>(key: string, build: (options: CheckOptions) => T) => T
}

export interface BlockContext extends RuleSetting {
  readonly text: string
  readonly kind: BlockKind
}

export interface PlacedBlock extends ProofBlock {
  readonly start: number
}

export interface DocumentContext extends RuleSetting {
  readonly text: string
  readonly blocks: readonly PlacedBlock[]
}

interface RuleBase {
  readonly id: string
  readonly class: FindingClass
  readonly name: string
  readonly basis: string
  readonly severity: Severity
  readonly confidence: number
  /** '误→正' pairs for the help page. */
  readonly examples: readonly string[]
}

/** Sees one block at a time, so its drafts can be kept while the block's text stays the same. */
export interface BlockRule extends RuleBase {
  readonly scope: 'block'
  run(context: BlockContext): Draft[]
}

/** Sees the whole document, again on every check. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document'
  run(context: DocumentContext): Draft[]
}

export type Rule = BlockRule | DocumentRule
