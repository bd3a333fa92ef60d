import { expect, test } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { mayMark, mayQuality, maySettle } from './quality.policy.ts'

const person = (id: string, ...abilities: string[]) =>
  ({ kind: 'person', id, name: id, roles: [], abilities: new Set(abilities) }) as unknown as Actor
const inspector = person('甲', 'inspection.record')
const fresh = { settled: false, disputed: false, markers: [] }

test.each([
  [person('丙'), 'look', 'ability.missing'],
  [person('丙', 'story.readAll'), 'look', undefined],
  [person('丙', 'story.readAll'), 'work', 'ability.missing'],
  [inspector, 'work', undefined],
] as const)('%#: %o may %s: %s', (actor, act, why) => {
  const verdict = mayQuality(actor, act)
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

test.each([
  ['the first', inspector, fresh, undefined],
  ['again', inspector, { ...fresh, markers: ['甲', '乙'] }, undefined],
  ['a third', inspector, { ...fresh, markers: ['乙', '丁'] }, 'quality.threeMarkers'],
  ['when settled', inspector, { ...fresh, settled: true, markers: ['甲'] }, 'quality.settled'],
  ['without the ability', person('丙'), fresh, 'ability.missing'],
] as const)('marking: %s', (_name, actor, standing, why) => {
  const verdict = mayMark(actor, standing)
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

test.each([
  ['a third', inspector, { settled: false, disputed: true, markers: ['乙', '丁'] }, undefined],
  ['one of the two', inspector, { settled: false, disputed: true, markers: ['甲', '丁'] }, 'quality.ownMarking'],
  ['what is agreed', inspector, { settled: false, disputed: false, markers: ['乙', '丁'] }, 'quality.notDisputed'],
  ['what is settled', inspector, { settled: true, disputed: true, markers: ['乙', '丁'] }, 'quality.settled'],
  ['without the ability', person('丙'), { settled: false, disputed: true, markers: ['乙', '丁'] }, 'ability.missing'],
] as const)('settling: %s', (_name, actor, standing, why) => {
  const verdict = maySettle(actor, standing)
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})
