import { createHash } from 'node:crypto'

/** Crawlers, previews and scripts that say so; a read is a person's. */
const MACHINE =
  /bot\b|bot\/|spider|crawl|slurp|preview|fetch|monitor|lighthouse|headless(?!chrome)|curl|wget|python|java\/|go-http|okhttp|axios|node/i

export function isMachine(agent: string): boolean {
  return agent.length < 12 || MACHINE.test(agent)
}

/**
 * So many different browsers at one address count as readers of one story on one day: a household, an office, a school
 * behind one line. Whoever changes the name of his browser to be counted again gets no further than that.
 */
export const MOST_AT_ONE_ADDRESS = 50

/**
 * A day's anonymous mark of a visitor: the same all day, so that a reload is no second read, and worthless afterwards,
 * when the salt is gone. Its first half is the same for everybody at that address.
 */
export function visitorMark(salt: Uint8Array, address: string, agent: string): Buffer {
  return Buffer.concat([half(salt, address), half(salt, `${address}\n${agent}`)])
}

/** The lowest and the highest mark that a visitor at the address of this mark can have. */
export function addressRange(mark: Buffer): [Buffer, Buffer] {
  const address = mark.subarray(0, HALF)
  return [Buffer.concat([address, Buffer.alloc(HALF, 0)]), Buffer.concat([address, Buffer.alloc(HALF, 0xff)])]
}

const HALF = 8

function half(salt: Uint8Array, text: string): Buffer {
  return createHash('sha256').update(salt).update(text).digest().subarray(0, HALF)
}
