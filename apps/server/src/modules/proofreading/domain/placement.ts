import { createHash } from 'node:crypto'
import type { Finding, ProofDocument } from '@rongmei/proofread'

const GRAVITY = { 必须改: 0, 建议: 1, 提示: 2 } as const

/** At most `most` findings, in the order in which they come: the gravest when there are more. */
export function gravest(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings
  const kept = new Set(
    [...findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.start - b.start).slice(0, most),
  )
  return findings.filter((finding) => kept.has(finding))
}

const NEIGHBOURS = 6

export type Placed = Finding & { block: number; blockStart: number; fingerprint: string }

/**
 * Says for each finding in which block of the document it stands, and gives it a fingerprint that survives edits
 * elsewhere: its rule, its quote and the characters around it in its block. Findings come sorted by start, as `check` gives them.
 */
export function place(document: ProofDocument, findings: readonly Finding[]): Placed[] {
  const seen = new Map<string, number>()
  let block = 0
  let from = 0
  return findings.map((finding) => {
    for (;;) {
      const length = document.blocks[block]?.text.length ?? Number.POSITIVE_INFINITY
      if (finding.start <= from + length) break
      from += length + 1
      block += 1
    }
    const inside = document.blocks[block]?.text ?? ''
    const around = inside.slice(Math.max(0, finding.start - from - NEIGHBOURS), finding.end - from + NEIGHBOURS)
    const key = `${finding.ruleId}|${finding.quote}|${around}`
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return {
      ...finding,
      block,
      blockStart: finding.start - from,
      fingerprint: createHash('sha256').update(`${key}|${times}`).digest('hex').slice(0, 32),
    }
  })
}

export type Spot = {
  id: string
  fingerprint: string
  block: number
  rule_id: string
  quote: string
  suggestions: string[]
}

/**
 * Which ignored findings of the run before live on although the words around them changed: the same rule says the same
 * of the same quote in the same paragraph, everything it said so there was ignored, and it does not say it more often.
 *
 * @returns id of the new finding → id of the one before; findings recognised by their fingerprint are not asked about
 */
export function survivors(before: readonly (Spot & { ignored: boolean })[], now: readonly Spot[]): Map<string, string> {
  const old = groups(without(before, now))
  const found = new Map<string, string>()
  for (const [key, spots] of groups(without(now, before))) {
    const earlier = old.get(key) ?? []
    if (spots.length > earlier.length || !earlier.every((one) => one.ignored)) continue
    spots.forEach((spot, at) => found.set(spot.id, earlier[at]?.id ?? ''))
  }
  return found
}

function without<T extends Spot>(spots: readonly T[], known: readonly Spot[]): T[] {
  const prints = new Set(known.map((one) => one.fingerprint))
  return spots.filter((one) => !prints.has(one.fingerprint))
}

function groups<T extends Spot>(spots: readonly T[]): Map<string, T[]> {
  const by = new Map<string, T[]>()
  for (const spot of spots) {
    const key = JSON.stringify([spot.block, spot.rule_id, spot.quote, spot.suggestions])
    by.set(key, [...(by.get(key) ?? []), spot])
  }
  return by
}
