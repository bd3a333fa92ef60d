import type { Role } from '@rongmei/contract'
import { ABILITIES } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { abilitiesOf, abilityGroups, toggle } from './role-edits.ts'

const reporter: Role = { key: 'reporter', name: '记者', abilities: ['story.write'], people: 3, rev: 0 }

it('keeps a tick until it is saved, in the order of the contract', () => {
  const edits = toggle(toggle({}, reporter, 'story.publish'), reporter, 'story.edit')
  expect(abilitiesOf(reporter, edits)).toEqual(['story.write', 'story.edit', 'story.publish'])
})
it('forgets a role that is back where it was', () => {
  expect(toggle(toggle({}, reporter, 'story.edit'), reporter, 'story.edit')).toEqual({})
  expect(toggle(toggle({}, reporter, 'story.write'), reporter, 'story.write')).toEqual({})
})
it('leaves other roles alone', () => {
  const auditor: Role = { ...reporter, key: 'auditor', abilities: ['audit.read'] }
  const edits = toggle(toggle({}, reporter, 'story.edit'), auditor, 'story.edit')
  expect(Object.keys(edits)).toEqual(['reporter', 'auditor'])
})
it('shows every ability once', () => {
  expect(
    abilityGroups()
      .flatMap(([, abilities]) => abilities)
      .sort(),
  ).toEqual([...ABILITIES].sort())
})
