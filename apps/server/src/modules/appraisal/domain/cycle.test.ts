import { PROJECT_ACTS, PROJECT_STATES, type ProjectAct, type ProjectState } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { dueOn, editable, nextAct, phaseOf, STEPS, stateAfter } from './cycle.ts'

it('leads from the draft to the public in eight acts', () => {
  const walked: ProjectState[] = ['drafting']
  for (let state: ProjectState = 'drafting'; ; ) {
    const act = nextAct(state)
    if (act === null) break
    state = stateAfter(state, act) ?? expect.unreachable(`${act} leads nowhere`)
    walked.push(state)
  }
  expect(walked).toEqual([...PROJECT_STATES])
})

it.each([
  ['a return of submitted targets', 'targetSubmitted', 'return', 'drafting'],
  ['a return by the approver', 'targetReviewed', 'return', 'drafting'],
  ['a return of a self-evaluation', 'unitCheck', 'return', 'selfEvaluating'],
  ['a return by the reviewer', 'departmentReview', 'return', 'selfEvaluating'],
  ['what is concluded does not go back', 'concluded', 'return', undefined],
  ['targets are adjusted while they are carried out', 'executing', 'adjustTarget', 'drafting'],
  ['and not later', 'selfEvaluating', 'adjustTarget', undefined],
  ['recall before the check', 'targetSubmitted', 'recall', 'drafting'],
  ['no recall after the check', 'targetReviewed', 'recall', undefined],
  ['nothing is approved unchecked', 'targetSubmitted', 'approveTarget', undefined],
  ['nothing is published before it is concluded', 'departmentReview', 'publish', undefined],
] as [string, ProjectState, ProjectAct, ProjectState | undefined][])('%s', (_, state, act, after) => {
  expect(stateAfter(state, act)).toBe(after)
})

it('names an ability for every act in every state where it is open', () => {
  const open = PROJECT_ACTS.flatMap((act) =>
    STEPS[act].from.map((state) => [STEPS[act].ability[state], STEPS[act].to[state]]),
  )
  expect(open.flat()).not.toContain(undefined)
})

describe('what may be changed', () => {
  it.each([
    ['drafting', true, true],
    ['targetSubmitted', false, false],
    ['targetReviewed', false, false],
    ['executing', false, true],
    ['selfEvaluating', false, true],
    ['unitCheck', false, false],
    ['departmentReview', false, false],
    ['concluded', false, false],
    ['published', false, false],
  ] as [ProjectState, boolean, boolean][])('%s: targets %s, values %s', (state, targets, values) => {
    expect(editable(state)).toEqual({ targets, values })
  })
  it('the working copy of an imported form stays open until it is published', () => {
    expect(editable('concluded', true)).toEqual({ targets: false, values: true })
    expect(editable('published', true)).toEqual({ targets: false, values: false })
  })
})

it('binds signatures to targets up to execution, to the whole form after', () => {
  expect(PROJECT_STATES.map(phaseOf).join(' ')).toMatch(/^(target ){4}(evaluation ?){5}$/)
})

it('has duties in the order of the loop', () => {
  const days = PROJECT_STATES.map((state) => dueOn(state, 2026)).filter((day) => day !== null)
  expect(days).toEqual(days.toSorted())
  expect(days[0]).toBe('2025-10-31')
})
