import type { FindingView, ProofreadingRun, StoredFinding } from '@rongmei/contract'
import { layOut, type Place, placeLive, placeStored, type Words } from './places.ts'

/** One finding as the page shows it: what the checker says now, and what the stored run knows about it. */
export type Shown = {
  key: string
  finding: FindingView
  stored: StoredFinding | null
  place: Place | null
  /** The key it had, or would have, before it was stored: under it the page may still know where its words stand. */
  liveKey?: string
}

/** Severities from the gravest, with the shape of the underline: colour is never the only sign. */
export const MARKS = { 必须改: 'must', 建议: 'should', 提示: 'hint' } as const

/** Same rule, same words: what makes a finding of the stored run and one of the live check the same. */
const nameOf = (finding: Pick<FindingView, 'ruleId' | 'quote'>): string => `${finding.ruleId}\u0000${finding.quote}`

/**
 * The findings of the text as it stands, in order of place, each with its counterpart in the stored run if there is
 * one. Counterparts are paired by rule and words, the nearest first, because the text between them may have moved.
 */
export function showLive(findings: FindingView[], run: ProofreadingRun | null, words: Words): Shown[] {
  const blocks = layOut(words)
  const partners = pair(findings, run?.findings ?? [])
  return findings
    .map((finding, index) => {
      const stored = partners.get(index) ?? null
      const liveKey = `live-${index}-${finding.start}`
      return { key: stored?.id ?? liveKey, liveKey, finding, stored, place: placeLive(blocks, finding) }
    })
    .sort((one, two) => one.finding.start - two.finding.start)
}

/** The findings of a stored run, for those who read the story without editing it. */
export function showStored(run: ProofreadingRun | null, words: Words): Shown[] {
  const blocks = layOut(words)
  return (run?.findings ?? [])
    .map((stored) => ({ key: stored.id, finding: stored, stored, place: placeStored(blocks, stored) }))
    .sort((one, two) => one.finding.start - two.finding.start)
}

function pair(findings: FindingView[], stored: StoredFinding[]): Map<number, StoredFinding> {
  const waiting = new Map<string, number[]>()
  findings.forEach((finding, index) => {
    const name = nameOf(finding)
    waiting.set(name, [...(waiting.get(name) ?? []), index])
  })
  const pairs = new Map<number, StoredFinding>()
  for (const one of stored) {
    const free = (waiting.get(nameOf(one)) ?? []).filter((index) => !pairs.has(index))
    const distance = (index: number) => Math.abs((findings[index]?.start ?? 0) - one.start)
    const nearest = free.sort((left, right) => distance(left) - distance(right))[0]
    if (nearest !== undefined) pairs.set(nearest, one)
  }
  return pairs
}

export const isOpen = (shown: Shown): boolean => !shown.stored?.decision

export const openMust = (list: Shown[]): Shown[] =>
  list.filter((shown) => isOpen(shown) && shown.finding.severity === '必须改')

/** The key of the next (or previous) finding from the chosen one, going round at the ends. */
export function neighbour(list: Shown[], chosen: string | null, step: 1 | -1): string | null {
  if (list.length === 0) return null
  const at = list.findIndex((shown) => shown.key === chosen)
  const next = at < 0 ? (step === 1 ? 0 : list.length - 1) : (at + step + list.length) % list.length
  return list[next]?.key ?? null
}
