import type { Ability } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { type Actor, SYSTEM } from '../../platform/actor.ts'
import { mayProject } from './project.policy.ts'

const person = (roles: string[], ...abilities: Ability[]): Actor => ({
  ...SYSTEM,
  kind: 'person',
  roles,
  abilities: new Set(abilities),
})
const all: Ability[] = ['project.read', 'project.import', 'project.link', 'project.fill', 'project.export']

it.each([
  ['nobody special', person(['reporter']), 'read', 'ability.missing'],
  ['a reader', person(['director'], 'project.read'), 'read', true],
  ['a reader imports', person(['director'], 'project.read'), 'import', 'ability.missing'],
  ['finance', person(['finance'], ...all), 'import', true],
  ['an ability without reading', person(['finance'], 'project.fill'), 'fill', 'ability.missing'],
  ['the auditor reads', person(['auditor'], 'project.read', 'project.export'), 'export', true],
  ['the auditor changes, even when a role was given too much', person(['auditor'], ...all), 'link', 'ability.readOnly'],
  ['an auditor who is finance too', person(['auditor', 'finance'], ...all), 'link', true],
  ['the system', SYSTEM, 'import', true],
] as const)('%s: %#', (_, actor, act, expected) => {
  const verdict = mayProject(actor, act)
  expect(verdict.ok ? true : verdict.why).toBe(expected)
})
