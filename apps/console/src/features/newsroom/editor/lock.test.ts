import type { Lock } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { type LockEvent, type LockState, mayType, stepLock } from './lock.ts'

const theirs: Lock = { holder: { id: 'b', name: '李敏' }, since: '2026-11-23T06:00:00Z', mine: false }
const mine: Lock = { holder: { id: 'a', name: '王芳' }, since: '2026-11-23T06:00:00Z', mine: true }
const other: LockState = { kind: 'other', holder: '李敏', since: '2026-11-23T06:00:00Z' }
const lost = (hadText: boolean): LockState => ({ kind: 'lost', holder: '李敏', revision: null, hadText })

const cases: [name: string, from: LockState, event: LockEvent, to: LockState, effect: string | null][] = [
  ['the first edit takes the lock', { kind: 'free' }, { type: 'edited' }, { kind: 'taking' }, 'take'],
  ['a second edit while asking asks nothing', { kind: 'taking' }, { type: 'edited' }, { kind: 'taking' }, null],
  ['the answer makes us the holder', { kind: 'taking' }, { type: 'granted' }, { kind: 'held' }, null],
  [
    'somebody else was there first: the first words are rescued',
    { kind: 'taking' },
    { type: 'refused', lock: theirs, unsaved: true },
    lost(true),
    'rescue',
  ],
  [
    'refused without unsaved text: simply read-only',
    { kind: 'taking' },
    { type: 'refused', lock: theirs, unsaved: false },
    other,
    null,
  ],
  ['no connection: the next edit asks again', { kind: 'taking' }, { type: 'unreachable' }, { kind: 'free' }, null],
  ['no connection while holding: still ours', { kind: 'held' }, { type: 'unreachable' }, { kind: 'held' }, null],
  ['seen in other hands', { kind: 'free' }, { type: 'seen', lock: theirs, unsaved: false }, other, null],
  ['given back by the other', other, { type: 'seen', lock: null, unsaved: false }, { kind: 'free' }, null],
  [
    'taken from us with unsaved text',
    { kind: 'held' },
    { type: 'seen', lock: theirs, unsaved: true },
    lost(true),
    'rescue',
  ],
  ['taken from us, all saved', { kind: 'held' }, { type: 'seen', lock: theirs, unsaved: false }, other, null],
  [
    'expired while holding: ask again',
    { kind: 'held' },
    { type: 'seen', lock: null, unsaved: true },
    { kind: 'taking' },
    'take',
  ],
  [
    'our own lock from another page',
    { kind: 'free' },
    { type: 'seen', lock: mine, unsaved: false },
    { kind: 'free' },
    null,
  ],
  [
    'stale news while asking',
    { kind: 'taking' },
    { type: 'seen', lock: theirs, unsaved: false },
    { kind: 'taking' },
    null,
  ],
  ['take-over of a held lock', other, { type: 'takeOver' }, { kind: 'taking' }, 'takeOver'],
  ['take-over needs somebody to take it from', { kind: 'held' }, { type: 'takeOver' }, { kind: 'held' }, null],
  ['leaving gives the lock back', { kind: 'held' }, { type: 'left' }, { kind: 'free' }, 'release'],
  ['leaving without the lock', other, { type: 'left' }, { kind: 'free' }, null],
  ['reading the new text ends the loss', lost(true), { type: 'reloaded' }, { kind: 'free' }, null],
]

describe('the edit lock', () => {
  it.each(cases)('%s', (_name, from, event, to, effect) => {
    expect(stepLock(from, event)).toEqual({ state: to, effect })
  })

  it('remembers under which number the rescued text was kept', () => {
    expect(stepLock(lost(true), { type: 'rescued', revision: 7 }).state).toEqual({ ...lost(true), revision: 7 })
  })

  it('lets nobody type into a text that is not theirs', () => {
    expect([mayType({ kind: 'free' }), mayType({ kind: 'held' }), mayType(other), mayType(lost(true))]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
