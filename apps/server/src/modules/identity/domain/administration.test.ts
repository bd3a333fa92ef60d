import { expect, test } from 'vitest'
import { judgeAbilities, judgeHolders, judgeOwnChange, orderAbilities, type Standing } from './administration.ts'

const active: Standing = { state: 'active', keyHolder: true }

test.each<[string, Standing, Standing, boolean]>([
  ['nothing changes', active, active, true],
  ['lock myself', active, { ...active, state: 'locked' }, false],
  ['leave', active, { ...active, state: 'left' }, false],
  ['give up the administrator role', active, { ...active, keyHolder: false }, false],
  ['no key before, none after', { ...active, keyHolder: false }, { ...active, keyHolder: false }, true],
  ['take the key', { ...active, keyHolder: false }, active, true],
])('own change: %s', (_, before, after, ok) => {
  expect(judgeOwnChange(before, after).ok).toBe(ok)
})

test('somebody always holds the key', () => {
  expect(judgeHolders(0)).toEqual({ ok: false, why: 'person.lastAdministrator' })
  expect(judgeHolders(1)).toEqual({ ok: true })
})

test('an auditor only looks; others may do what they are given', () => {
  expect(judgeAbilities('auditor', ['audit.read', 'story.readAll']).ok).toBe(true)
  expect(judgeAbilities('auditor', ['audit.read', 'story.edit'])).toEqual({ ok: false, why: 'ability.readOnly' })
  expect(judgeAbilities('reporter', ['story.edit']).ok).toBe(true)
})

test('abilities are kept once, in one order', () => {
  expect(orderAbilities(['audit.read', 'story.write', 'audit.read'])).toEqual(['story.write', 'audit.read'])
})
