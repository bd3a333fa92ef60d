import { createHash } from 'node:crypto'

/** Crawlers, previews and scripts that say so; a read is a person's. */
const MACHINE =
  /bot\b|bot\/|spider|crawl|slurp|preview|fetch|monitor|lighthouse|headless(?!chrome)|curl|wget|python|java\/|go-http|okhttp|axios|node/i

export function isMachine(agent: string): boolean {
  return agent.length < 12 || MACHINE.test(agent)
}

/** A day's anonymous mark of a visitor: the same all day, so that a reload is no second read, and worthless afterwards, when the salt is gone. */
export function visitorMark(salt: Uint8Array, address: string, agent: string): Buffer {
  return createHash('sha256').update(salt).update(`${address}\n${agent}`).digest().subarray(0, 16)
}
