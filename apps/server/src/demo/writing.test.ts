import { blocksOf, countsOf, parseBody } from '@rongmei/body'
import { createChecker } from '@rongmei/proofread'
import { expect, test } from 'vitest'
import { makeDice } from './dice.ts'
import { planYears } from './plan.ts'
import { SEED } from './replay.ts'
import { plantSlips, TYPOS } from './slips.ts'
import { readTopics } from './topics.ts'
import { makeWriter } from './writing.ts'

const topics = readTopics()

/** The stories of two years, as they are meant. */
function writeAll() {
  const dice = makeDice(SEED)
  const write = makeWriter(dice)
  return planYears(dice, topics, 24).map((plan) => ({ plan, story: write(plan.topic, { ...plan, picture: null }) }))
}

const documentOf = (story: ReturnType<typeof writeAll>[number]['story']) => ({
  blocks: [
    { kind: 'title' as const, text: story.title },
    { kind: 'deck' as const, text: story.deck },
    ...blocksOf(story.body).map(({ kind, text }) => ({ kind, text })),
  ],
})

test('our own proofreader finds nothing that must be changed in two years of clean stories', () => {
  const findings = writeAll().flatMap(({ plan, story }) =>
    createChecker({ publishedOn: plan.day })
      .check(documentOf(story))
      .filter((finding) => finding.severity === '必须改')
      .map((finding) => `${plan.topic.key}: ${finding.quote} (${finding.ruleId})`),
  )
  expect(findings).toEqual([])
})

test('every story is filled in, valid, of a newsy length, and shares no paragraph with another', () => {
  const all = writeAll()
  const paragraphs = all.flatMap(({ story }) => story.paragraphs)
  expect(new Set(paragraphs).size).toBe(paragraphs.length)
  for (const { plan, story } of all) {
    const text = documentOf(story)
      .blocks.map((block) => block.text)
      .join('\n')
    expect(text).not.toMatch(/[[\]{}|]/)
    expect(parseBody(story.body).ok).toBe(true)
    const { characters } = countsOf(story.body)
    expect(characters).toBeGreaterThan(plan.kind === 'video' ? 140 : 250)
    expect(characters).toBeLessThan(900)
    expect(story.title.length).toBeLessThan(40)
  }
})

test('a season has its own topics and spring 2022 has no short video', () => {
  const plans = planYears(makeDice(SEED), topics, 24)
  const months = new Set(plans.filter((plan) => plan.kind === 'video').map((plan) => plan.day.slice(0, 7)))
  expect(months.size).toBe(23)
  expect(months).not.toContain('2022-04')
  for (const plan of plans) expect(plan.topic.months).toContain(Number(plan.day.slice(5, 7)))
})

test.each(TYPOS.map(([right, wrong]) => ({ right, wrong })))(
  'the proofreader knows the slip $right → $wrong',
  ({ right, wrong }) => {
    const checker = createChecker({ publishedOn: '2023-05-01' })
    const around = (word: string) => `昨天${word}今天我们聊聊${word}。`
    expect(checker.check(around(wrong)).length).toBeGreaterThan(checker.check(around(right)).length)
  },
)

test('planting slips changes the text and keeps the body valid', () => {
  const [first] = writeAll()
  const before = first?.story.body
  if (!before) throw new Error('no story')
  const { body, count } = plantSlips(makeDice(7), before, 3)
  expect(count).toBe(3)
  expect(body).not.toEqual(before)
  expect(parseBody(body).ok).toBe(true)
})
