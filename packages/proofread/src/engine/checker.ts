import { placeDocument, type PlacedDocument } from '../document.ts'
import { rules } from '../rules/index.ts'
import { spellerRule } from '../speller/rule.ts'
import { masksOf } from '../text/masks.ts'
import type { Ranges } from '../text/ranges.ts'
import type { CheckInput, CheckOptions, Draft, Finding, PlacedBlock, Rule, RuleSetting } from '../types.ts'
import { createSetting, ownWords, validateOptions } from './options.ts'
import { resolveOverlaps } from './resolve.ts'

/** A checker keeps what its options compile to, and the drafts of every block of the last document it saw. */
export interface Checker {
  /** Findings sorted by start, then end. Throws a RangeError (Chinese message) on oversized input, the signal's reason when aborted. */
  check(input: CheckInput): Finding[]
}

interface BlockResult {
  readonly drafts: readonly (readonly [Rule, Draft])[]
  readonly masks: Ranges
  readonly own: Ranges
}

/** A finding must be a non-empty range of whole characters. */
const isWhole = (text: string, start: number, end: number) => {
  const splits = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
  return start >= 0 && start < end && end <= text.length && !splits(start) && !splits(end)
}

const toFinding = (rule: Rule, draft: Draft, text: string, offset: number): Finding => {
  const start = draft.start + offset
  const end = draft.end + offset
  return {
    start,
    end,
    quote: text.slice(start, end),
    suggestions: draft.suggestions,
    class: rule.class,
    severity: draft.severity ?? rule.severity,
    confidence: draft.confidence ?? rule.confidence,
    ruleId: rule.id,
    basis: draft.basis ?? rule.basis,
    explanation: draft.explanation,
  }
}

const runBlock = (block: PlacedBlock, active: readonly Rule[], setting: RuleSetting, own: (text: string) => Ranges) => {
  const { text, kind } = block
  const context = { ...setting, text, kind }
  const drafts: [Rule, Draft][] = []
  for (const rule of active) {
    if (rule.scope === 'block') for (const draft of rule.run(context)) drafts.push([rule, draft])
  }
  return { drafts, masks: masksOf(text), own: own(text) }
}

const collect = (
  document: PlacedDocument,
  results: readonly BlockResult[],
  documentDrafts: readonly [Rule, Draft][],
) => {
  const findings: Finding[] = []
  const add = (rule: Rule, draft: Draft, block: PlacedBlock, result: BlockResult | undefined) => {
    if (!isWhole(block.text, draft.start, draft.end)) return
    if (result?.own.covers(draft.start, draft.end) || result?.masks.touches(draft.start, draft.end)) return
    findings.push(toFinding(rule, draft, document.text, block.start))
  }
  document.blocks.forEach((block, index) => {
    for (const [rule, draft] of results[index]?.drafts ?? []) add(rule, draft, block, results[index])
  })
  const blockAt = (offset: number) => {
    let low = 0
    let high = document.blocks.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((document.blocks[middle]?.start ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }
  for (const [rule, draft] of documentDrafts) {
    const index = blockAt(draft.start)
    const block = document.blocks[index]
    if (!block) continue
    add(rule, { ...draft, start: draft.start - block.start, end: draft.end - block.start }, block, results[index])
  }
  return findings
}

/**
 * Makes a checker for one set of options. Checking an edited document again costs the rules of its changed blocks and the
 * document rules only.
 */
export const createChecker = (options: CheckOptions = {}): Checker => {
  validateOptions(options)
  const disabled = new Set(options.disable)
  const { speller } = options
  const known = speller ? [...rules, spellerRule(speller.model, speller.level)] : rules
  const active = known.filter((rule) => !disabled.has(rule.id))
  const setting = createSetting(options)
  const own = ownWords(options)
  let cache = new Map<string, BlockResult>()
  return {
    check(input) {
      const document = placeDocument(input)
      const fresh = new Map<string, BlockResult>()
      const results = document.blocks.map((block) => {
        options.signal?.throwIfAborted()
        const key = `${block.kind}:${block.text}`
        const result = fresh.get(key) ?? cache.get(key) ?? runBlock(block, active, setting, own)
        fresh.set(key, result)
        return result
      })
      cache = fresh
      const context = { ...setting, ...document }
      const documentDrafts = active.flatMap((rule) =>
        rule.scope === 'document' ? rule.run(context).map((draft): [Rule, Draft] => [rule, draft]) : [],
      )
      return resolveOverlaps(collect(document, results, documentDrafts), document.text.length)
    },
  }
}

/** Proofreads a text (its lines are paragraphs) or a document. Same input and options, same findings. */
export const check = (input: CheckInput, options: CheckOptions = {}): Finding[] => createChecker(options).check(input)
