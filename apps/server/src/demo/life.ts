import type { Story, StoryContent } from '@rongmei/contract'
import type { Ctx } from '../platform/ctx.ts'
import type { Life } from './agenda.ts'
import { STAFF } from './cast.ts'
import type { Dice } from './dice.ts'
import { PASSED, RETURNED, WITHDRAWN } from './opinions.ts'
import type { Plan } from './plan.ts'
import { type Misprint, plantMisprint, plantSlips } from './slips.ts'
import type { Troupe } from './troupe.ts'
import {
  correctStory,
  createStory,
  decideStoryFinding,
  proofreadStory,
  publishStory,
  returnStory,
  reviewStory,
  saveStory,
  submitStory,
  withdrawStory,
} from './verbs.ts'
import type { makeWriter, Picture } from './writing.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

/** What the lives of stories share. */
export type Newsroom = {
  troupe: Troupe
  dice: Dice
  write: ReturnType<typeof makeWriter>
  pictures: readonly Picture[]
  now(): number
  published(story: { id: string; at: number; kind: Plan['kind'] }): void
  withdrawn(id: string, at: number): void
  count: Record<'slips' | 'returns' | 'corrections' | 'late', number>
}

/** A story from the first word until readers have it (and sometimes beyond), each act by the person whose act it is. */
export async function* liveStory(room: Newsroom, plan: Plan): Life {
  const { dice } = room
  const wait = (least: number, most: number) => room.now() + dice.int(least, most) * MINUTE
  const writer = await room.troupe.as(plan.author)
  const clean = contentOf(room, plan)
  const misprint = plan.fate === 'misprint' ? plantMisprint(dice, clean.body) : null
  const meant = misprint ? { ...clean, body: misprint.body } : clean
  const typed = plantSlips(dice, meant.body, plan.slips)
  room.count.slips += typed.count
  let story = await createStory(writer, { ...meant, body: typed.body }, room.troupe.unitOf(plan.author))
  if (plan.stop === 'draft') {
    await proofreadStory(writer, story.id)
    return
  }
  yield wait(10, 40)
  yield* proofread(room, writer, story)
  yield wait(2, 12)
  if (typed.count > 0) story = await saveStory(writer, story.id, story.rev, meant, true)
  yield wait(1, 8)
  story = await submitStory(writer, story.id, story.rev, null)
  yield wait(10, 60)
  const reviewers = pickReviewers(dice, plan.author)
  const passes = { first: PASSED.first, second: PASSED.second, final: PASSED.final }
  for (const level of ['first', 'second', 'final'] as const) {
    if (plan.stop === stateBefore[level]) return
    if (plan.returned === level) {
      const reviewer = await room.troupe.as(reviewers[level])
      story = await returnStory(reviewer, story.id, story.rev, dice.pick(RETURNED))
      room.count.returns += 1
      if (plan.stop === 'returned') return
      yield wait(40, 240)
      story = await saveStory(writer, story.id, story.rev, improved(meant, dice), true)
      story = await submitStory(writer, story.id, story.rev, null)
      yield wait(15, 60)
      if (level === 'second') {
        story = await pass(await room.troupe.as(reviewers.first), story, dice.pick(passes.first))
        yield wait(10, 60)
      }
    }
    story = await pass(await room.troupe.as(reviewers[level]), story, dice.pick(passes[level]))
    yield wait(10, 60)
  }
  if (plan.stop === 'approved') return
  yield plan.plannedAt + plan.lateMs
  story = await publishStory(await room.troupe.as(reviewers.final), story.id, story.rev)
  room.published({ id: story.id, at: room.now(), kind: plan.kind })
  if (plan.lateMs > 5 * MINUTE) room.count.late += 1
  yield* afterwards(room, plan, story, clean, misprint)
}

const stateBefore = { first: 'submitted', second: 'secondReview', final: 'finalReview' } as const

const pass = (reviewer: Ctx, story: Story, opinion: string) =>
  reviewStory(reviewer, story.id, story.rev, story.contentHash, opinion)

/** Errors that only readers noticed are put right in public; a story that should not be out is taken back. */
async function* afterwards(
  room: Newsroom,
  plan: Plan,
  story: Story,
  clean: StoryContent,
  misprint: Misprint | null,
): Life {
  const head = await room.troupe.as('zhongshen')
  if (plan.fate === 'withdrawn') {
    yield room.now() + room.dice.int(1, 3) * DAY
    await withdrawStory(head, story.id, story.rev, room.dice.pick(WITHDRAWN))
    room.withdrawn(story.id, room.now())
    return
  }
  if (!misprint) return
  yield room.now() + room.dice.int(90, 1_800) * MINUTE
  const { title, deck } = clean
  const body = putRight(story, misprint)
  const notice = `更正：文中“${misprint.wrong}”应为“${misprint.right}”，特此更正，并向读者致歉。`
  await correctStory(head, story.id, story.rev, { title, deck, body, notice, errors: 1 })
  room.count.corrections += 1
}

const putRight = (story: Story, { wrong, right }: Misprint): Story['body'] =>
  JSON.parse(JSON.stringify(story.body).replace(wrong, right)) as Story['body']

/** Proofreads the draft and, some minutes later, accepts what it found: the slips that were planted. */
async function* proofread(room: Newsroom, writer: Ctx, story: Story): Life {
  const run = await proofreadStory(writer, story.id)
  yield room.now() + room.dice.int(1, 9) * MINUTE
  for (const finding of run.findings)
    if (!finding.decision) await decideStoryFinding(writer, story.id, finding.id, 'accepted', '')
}

function contentOf(room: Newsroom, plan: Plan): StoryContent {
  const { dice, troupe } = room
  const picture = plan.kind === 'video' || dice.chance(0.8) ? dice.pick(room.pictures) : null
  const { title, deck, body, category } = room.write(plan.topic, { ...plan, picture })
  const name = STAFF.find((one) => one.account === plan.author)?.name ?? ''
  const contributed = plan.from !== null
  return {
    kind: plan.kind,
    title,
    deck,
    body,
    byline: [
      {
        role: contributed ? 'correspondent' : 'reporter',
        name: contributed && plan.author.startsWith('bianji') ? (plan.from ?? '') : name,
      },
      { role: 'responsibleEditor', name: dice.pick(['许静和', '苏南星']) },
    ],
    source: contributed
      ? { kind: 'contributed', name: plan.from ?? '', unitId: troupe.unit(plan.from ?? '').id }
      : { kind: 'own', name: '松江区融媒体中心', unitId: null },
    category,
    plannedAt: new Date(plan.plannedAt).toISOString(),
    coverUrl: picture?.url ?? null,
  }
}

const ADDED = [
  '记者在现场核实了上述数据。',
  '相关部门已对以上信息作了确认。',
  '更多情况，本台将继续关注。',
  '以上数字由供稿单位提供并经核对。',
]

/** The text after a return: what was missed is added to its last paragraph. */
function improved(content: StoryContent, dice: Dice): StoryContent {
  const blocks = [...content.body.content]
  const last = blocks.at(-1)
  const added = dice.pick(ADDED)
  if (last?.type === 'paragraph') {
    blocks[blocks.length - 1] = { ...last, content: [...(last.content ?? []), { type: 'text', text: added }] }
  }
  return { ...content, body: { ...content.body, content: blocks } }
}

/** Three different people, none of them the writer. */
function pickReviewers(dice: Dice, author: string): Record<'first' | 'second' | 'final', string> {
  const other = (...accounts: string[]) => dice.pick(accounts.filter((account) => account !== author))
  return {
    first: other('yishen', 'yishen2'),
    second: other('ershen', 'ershen', 'ershen2'),
    final: other('zhongshen', 'zhongshen', 'fuzong'),
  }
}
