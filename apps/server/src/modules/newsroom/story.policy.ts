import type { Ability, ReviewLevel, StoryCan, StoryState } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { IN_REVIEW, isOpen, levelOf, PUBLIC } from './domain/story.ts'

/** What a policy needs to know of a story; a row of the store has it all. */
export type StoryFacts = {
  author_id: string
  state: StoryState
  removed_at: Date | null
  /** People who hold a valid sign-off of this round. */
  signed: readonly string[]
}

const reviewAbility: Record<ReviewLevel, Ability> = {
  first: 'story.reviewFirst',
  second: 'story.reviewSecond',
  final: 'story.reviewFinal',
}
const WRITING: readonly Ability[] = [
  'story.write',
  'story.edit',
  'story.reviewFirst',
  'story.reviewSecond',
  'story.reviewFinal',
  'story.publish',
  'story.correct',
  'story.withdraw',
]

const isMine = (actor: Actor, story: Pick<StoryFacts, 'author_id'>) => story.author_id === actor.id
const has = (actor: Actor, ability: Ability) => actor.kind === 'system' || actor.abilities.has(ability)
const able = <K extends string>(ok: boolean, why: K): Verdict<K> => (ok ? YES : no(why))

/** Which stories an actor sees, as plain data that the store turns into SQL. Proven equal to `maySee` by a test. */
export type Scope = { all: boolean; authorId: string | null; states: readonly StoryState[] }

export function scope(actor: Actor): Scope {
  return { all: has(actor, 'story.readAll'), authorId: actor.id, states: PUBLIC }
}

export function maySee(actor: Actor, story: Pick<StoryFacts, 'author_id' | 'state'>): boolean {
  return has(actor, 'story.readAll') || isMine(actor, story) || PUBLIC.includes(story.state)
}

/** Those who may change nothing at all hear that, instead of a reason that sounds as if they could do something about it. */
function mayWriteAtAll(actor: Actor): Verdict<'story.readOnly'> {
  return able(actor.kind === 'system' || WRITING.some((ability) => actor.abilities.has(ability)), 'story.readOnly')
}

export function mayEdit(actor: Actor, story: StoryFacts): Verdict {
  const mine = isMine(actor, story) && has(actor, 'story.write') && story.state === 'draft'
  return all<string>(
    mayWriteAtAll(actor),
    able(story.removed_at === null && isOpen(story.state), 'story.notEditable'),
    able(mine || has(actor, 'story.edit'), isMine(actor, story) ? 'story.notEditable' : 'story.notYours'),
  )
}

export function maySubmit(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(story.state === 'draft' && story.removed_at === null, 'story.wrongState'),
    able(isMine(actor, story) || has(actor, 'story.edit'), 'story.notYours'),
  )
}

export function mayRecall(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(story.state === 'submitted' && story.signed.length === 0, 'story.wrongState'),
    able(isMine(actor, story), 'story.notYours'),
  )
}

/** 三审: the level whose turn it is, by one who may, who did not write the story and signed no other level of it. */
export function mayReview(actor: Actor, story: StoryFacts): Verdict {
  const level = levelOf(story.state)
  return all<string>(
    mayWriteAtAll(actor),
    able(level !== undefined, 'story.wrongState'),
    able(level !== undefined && has(actor, reviewAbility[level]), 'story.notReviewer'),
    able(!isMine(actor, story), 'story.ownStory'),
    able(actor.id === null || !story.signed.includes(actor.id), 'story.samePerson'),
  )
}

/** Whoever may review may return; the final reviewer may also return what is approved but not yet out. */
export function mayReturn(actor: Actor, story: StoryFacts): Verdict {
  if (story.state !== 'approved') return mayReview(actor, story)
  return all<string>(mayWriteAtAll(actor), able(has(actor, 'story.reviewFinal'), 'story.notReviewer'))
}

export function mayPublish(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(story.state === 'approved', 'story.wrongState'),
    able(has(actor, 'story.publish'), 'ability.missing'),
  )
}

export function mayCorrect(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(PUBLIC.includes(story.state), 'story.wrongState'),
    able(has(actor, 'story.correct'), 'ability.missing'),
  )
}

export function mayWithdraw(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(PUBLIC.includes(story.state), 'story.wrongState'),
    able(has(actor, 'story.withdraw'), 'ability.missing'),
  )
}

export function mayRemove(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(story.state === 'draft', 'story.wrongState'),
    able(isMine(actor, story) || has(actor, 'story.edit'), 'story.notYours'),
  )
}

/** Keeping words that a lost lock would throw away: for those whose story it is, and for those who edit other people's. */
export function mayRescue(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(mayWriteAtAll(actor), able(isMine(actor, story) || has(actor, 'story.edit'), 'story.notYours'))
}

/** A stored run is a fact about the story: readers of published text leave none behind. */
export function mayProofread(actor: Actor, story: StoryFacts): Verdict {
  return all<string>(
    mayWriteAtAll(actor),
    able(
      isMine(actor, story) || has(actor, 'story.edit') || has(actor, 'story.correct') || mayReview(actor, story).ok,
      'story.notYours',
    ),
  )
}

/** Reading a document stores its pictures: for those who can put the text somewhere. */
export function mayImport(actor: Actor): Verdict {
  return able(has(actor, 'story.write') || has(actor, 'story.edit') || has(actor, 'story.correct'), 'ability.missing')
}

export function mayCreate(actor: Actor): Verdict {
  return able(has(actor, 'story.write'), 'ability.missing')
}

/** Every answer at once, as it travels with the story. */
export function storyCan(actor: Actor, story: StoryFacts): StoryCan {
  return {
    edit: mayEdit(actor, story),
    submit: maySubmit(actor, story),
    recall: mayRecall(actor, story),
    review: mayReview(actor, story),
    return: mayReturn(actor, story),
    publish: mayPublish(actor, story),
    correct: mayCorrect(actor, story),
    withdraw: mayWithdraw(actor, story),
    remove: mayRemove(actor, story),
  }
}

/** The one next step of this actor with a story: what the list offers as its button. */
export function nextStep(
  actor: Actor,
  story: StoryFacts,
): 'write' | 'submit' | 'reviewFirst' | 'reviewSecond' | 'reviewFinal' | 'publish' | 'read' {
  if (IN_REVIEW.includes(story.state) && mayReview(actor, story).ok) {
    return story.state === 'submitted' ? 'reviewFirst' : story.state === 'secondReview' ? 'reviewSecond' : 'reviewFinal'
  }
  if (mayPublish(actor, story).ok) return 'publish'
  if (story.state === 'draft' && mayEdit(actor, story).ok) return 'write'
  return 'read'
}
