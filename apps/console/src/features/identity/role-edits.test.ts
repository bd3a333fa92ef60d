import type { Role } from '@rongmei/contract'
import { ABILITIES } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { deviceWords } from './device-words.ts'
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

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
    'Windows 上的 Edge',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit Mobile MicroMessenger/8.0', 'iOS 上的 微信'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0 Safari/537.36', 'Linux 上的 Chrome'],
  ['curl/8.5', 'curl/8.5'],
  ['', '未知设备'],
])('%s is %s', (agent, words) => expect(deviceWords(agent)).toBe(words))
