import { type RoleKey, STORY_STATES, type StoryState } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { type Actor, SYSTEM } from '../../platform/actor.ts'
import { maySee, mayCreate, mayImport, mayProofread, mayRescue, storyCan, type StoryFacts } from './story.policy.ts'

/** The demo's roles with what of theirs concerns stories (identity's first migration). */
const ROLES = {
  reporter: ['story.write'],
  subEditor: ['story.write', 'story.edit', 'story.readAll'],
  departmentReviewer: ['story.edit', 'story.reviewFirst', 'story.readAll'],
  chiefReviewer: ['story.edit', 'story.reviewSecond', 'story.publish', 'story.readAll'],
  finalReviewer: ['story.reviewFinal', 'story.publish', 'story.correct', 'story.withdraw', 'story.readAll'],
  finance: [],
  director: ['story.withdraw', 'story.readAll'],
  administrator: ['story.readAll'],
  auditor: ['story.readAll'],
} as const satisfies Record<RoleKey, readonly string[]>

const actor = (role: RoleKey): Actor => ({
  ...SYSTEM,
  kind: 'person',
  id: 'me',
  roles: [role],
  abilities: new Set(ROLES[role]),
})
const story = (state: StoryState, more: Partial<StoryFacts> = {}): StoryFacts => ({
  author_id: 'somebody',
  state,
  removed_at: null,
  signed: [],
  ...more,
})

const WHY: Record<string, string> = {
  R: 'story.readOnly',
  N: 'story.notEditable',
  Y: 'story.notYours',
  W: 'story.wrongState',
  L: 'story.notReviewer',
  O: 'story.ownStory',
  S: 'story.samePerson',
  A: 'ability.missing',
}
/** One letter a state, in the order of STORY_STATES: draft, three reviews, approved, published, corrected, withdrawn; `.` is yes. */
const NOTHING = 'RRRRRRRR'
const others: Record<string, Partial<Record<RoleKey, string>> & { all: string }> = {
  edit: { all: '.....NNN', reporter: 'YYYYYNNN', finalReviewer: 'YYYYYNNN', director: 'YYYYYNNN' },
  submit: { all: '.WWWWWWW', reporter: 'YWWWWWWW', finalReviewer: 'YWWWWWWW', director: 'YWWWWWWW' },
  remove: { all: '.WWWWWWW', reporter: 'YWWWWWWW', finalReviewer: 'YWWWWWWW', director: 'YWWWWWWW' },
  recall: { all: 'WYWWWWWW' },
  review: { all: 'WLLLWWWW', departmentReviewer: 'W.LLWWWW', chiefReviewer: 'WL.LWWWW', finalReviewer: 'WLL.WWWW' },
  return: { all: 'WLLLLWWW', departmentReviewer: 'W.LLLWWW', chiefReviewer: 'WL.LLWWW', finalReviewer: 'WLL..WWW' },
  publish: { all: 'WWWWAWWW', chiefReviewer: 'WWWW.WWW', finalReviewer: 'WWWW.WWW' },
  correct: { all: 'WWWWWAAW', finalReviewer: 'WWWWW..W' },
  withdraw: { all: 'WWWWWAAW', finalReviewer: 'WWWWW..W', director: 'WWWWW..W' },
}
const LOOKERS: readonly RoleKey[] = ['finance', 'administrator', 'auditor']
const letters = (who: Actor, act: string, more: Partial<StoryFacts> = {}) =>
  STORY_STATES.map((state) => {
    const verdict = storyCan(who, story(state, more))[act as keyof ReturnType<typeof storyCan>]
    return verdict.ok ? '.' : (Object.entries(WHY).find(([, key]) => key === verdict.why)?.[0] ?? verdict.why)
  }).join('')

describe('what one may do with other people’s stories', () => {
  const table = Object.keys(others).flatMap((act) =>
    (Object.keys(ROLES) as RoleKey[]).map((role) => {
      const row = others[act]
      return { act, role, expected: LOOKERS.includes(role) ? NOTHING : (row?.[role] ?? row?.all ?? '') }
    }),
  )
  it.each(table)('$act by $role: $expected', ({ act, role, expected }) =>
    expect(letters(actor(role), act)).toBe(expected),
  )
})

describe('what one may do with one’s own', () => {
  it.each([
    ['reporter', 'edit', '.NNNNNNN'],
    ['reporter', 'submit', '.WWWWWWW'],
    ['reporter', 'remove', '.WWWWWWW'],
    ['reporter', 'recall', 'W.WWWWWW'],
    ['reporter', 'review', 'WLLLWWWW'],
    ['subEditor', 'edit', '.....NNN'],
    ['departmentReviewer', 'review', 'WOLLWWWW'],
    ['departmentReviewer', 'return', 'WOLLLWWW'],
    ['chiefReviewer', 'review', 'WLOLWWWW'],
    ['finalReviewer', 'review', 'WLLOWWWW'],
    ['auditor', 'edit', NOTHING],
    ['auditor', 'recall', NOTHING],
  ] as const)('%s: %s %s', (role, act, expected) =>
    expect(letters(actor(role), act, { author_id: 'me' })).toBe(expected),
  )
})

describe('三审', () => {
  it.each([
    ['departmentReviewer', 'WSLLWWWW'],
    ['chiefReviewer', 'WLSLWWWW'],
    ['finalReviewer', 'WLLSWWWW'],
  ] as const)('nobody signs twice: %s', (role, expected) => {
    expect(letters(actor(role), 'review', { signed: ['me'] })).toBe(expected)
    expect(letters(actor(role), 'return', { signed: ['me'] }).slice(0, 4)).toBe(expected.slice(0, 4))
  })
  it('is not recalled once somebody signed', () =>
    expect(letters(actor('reporter'), 'recall', { author_id: 'me', signed: ['x'] })).toBe('WWWWWWWW'))
})

describe('a story in the bin', () => {
  it('is neither edited nor sent', () => {
    const { edit, submit } = storyCan(actor('subEditor'), story('draft', { removed_at: new Date(0) }))
    expect([edit, submit]).toEqual([
      { ok: false, why: 'story.notEditable' },
      { ok: false, why: 'story.wrongState' },
    ])
  })
})

describe('what leaves traces beside the text', () => {
  const yes = (role: RoleKey, facts: StoryFacts) => [
    mayProofread(actor(role), facts).ok,
    mayRescue(actor(role), facts).ok,
  ]
  it.each([
    ['reporter', false, false],
    ['subEditor', true, true],
    ['departmentReviewer', true, true],
    ['finalReviewer', true, false],
    ['director', false, false],
    ['auditor', false, false],
    ['finance', false, false],
  ] as const)('a run and rescued words in somebody’s published story, by %s: %s, %s', (role, run, words) =>
    expect(yes(role, story('published'))).toEqual([run, words]),
  )
  it('is for its writer in any state', () => {
    for (const state of STORY_STATES) expect(yes('reporter', story(state, { author_id: 'me' }))).toEqual([true, true])
  })
  it('a final reviewer may have the text checked before signing it', () =>
    expect(mayProofread(actor('finalReviewer'), story('finalReview')).ok).toBe(true))
})

describe('seeing, creating, importing', () => {
  it.each([
    ['reporter', true, true],
    ['subEditor', true, true],
    ['finalReviewer', false, true],
    ['finance', false, false],
    ['auditor', false, false],
  ] as const)('%s', (role, creates, imports) => {
    expect([mayCreate(actor(role)).ok, mayImport(actor(role)).ok]).toEqual([creates, imports])
    const sees = STORY_STATES.filter((state) => maySee(actor(role), story(state)))
    expect(sees).toEqual(
      (ROLES[role] as readonly string[]).includes('story.readAll') ? [...STORY_STATES] : ['published', 'corrected'],
    )
  })
})
