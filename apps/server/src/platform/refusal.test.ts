import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ABILITIES, type ErrorKey, errors } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { demand, Refused, refuse } from './refusal.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const sources = globSync('**/*.ts', { cwd: root }).filter((file) => !/\.(test|fixture)\.ts$/.test(file))

/** Keys that the code names where a refusal begins: `refuse('…')`, `no('…')`, `new Refused('…')`, `able(…, '…')`. */
function keysOf(text: string): string[] {
  const direct = [...text.matchAll(/\b(?:refuse|no|Refused)\(\s*'([a-z]+\.[A-Za-z]+)'/g)].map(([, key]) => key ?? '')
  const able = [...text.matchAll(/\bable\([^;]*?\),?$/gm)].flatMap(([call]) =>
    [...call.matchAll(/'([a-z]+\.[A-Za-z]+)'/g)].map(([, key]) => key ?? ''),
  )
  return [...direct, ...able]
}

describe('every refusal of the server', () => {
  // Verdicts carry their key as text until `demand` throws it, so the compiler alone does not see a slip.
  it('has its sentence in the contract', () => {
    const abilities: readonly string[] = ABILITIES
    const found = sources.flatMap((file) =>
      keysOf(readFileSync(`${root}/${file}`, 'utf8')).map((key) => ({ file, key })),
    )
    expect(found.length).toBeGreaterThan(60)
    expect(found.filter(({ key }) => !(key in errors) && !abilities.includes(key))).toEqual([])
  })
})

describe('a refusal', () => {
  it('carries the status of its key, and what there is to say about it', () => {
    const refused = new Refused('story.locked', { details: { holder: '陆文清' } })
    expect([refused.status, refused.key, refused.details]).toEqual([409, 'story.locked', { holder: '陆文清' }])
    expect(() => refuse('story.tooLong')).toThrow(expect.objectContaining({ status: 413 }))
  })

  it('is what a verdict of no becomes; yes passes', () => {
    const why: ErrorKey = 'ability.missing'
    expect(() => demand({ ok: false, why })).toThrow(expect.objectContaining({ key: why, status: 403 }))
    expect(() => demand({ ok: true })).not.toThrow()
  })
})
