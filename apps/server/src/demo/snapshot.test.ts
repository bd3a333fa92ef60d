import { type Body, blocksOf } from '@rongmei/body'
import { createChecker } from '@rongmei/proofread'
import { expect, test } from 'vitest'
import { openSnapshot } from './snapshot.ts'

type Story = { title: string; deck: string; body: Body; published_at: string; state: string }

const snapshot = openSnapshot()
const rowsOf = <T>(name: string) => (snapshot?.tables.find((table) => table.name === name)?.rows ?? []) as T[]

test('the shipped snapshot holds the published stories of all years', () => {
  const stories = rowsOf<Story>('newsroom.story')
  expect(stories.length).toBe(568 + 358 + 220)
  expect(new Set(stories.map((story) => story.state))).toEqual(new Set(['published', 'corrected', 'withdrawn']))
})

test('what readers were given is free of everything our proofreader calls 必须改', () => {
  for (const { title, deck, body, published_at } of rowsOf<Story>('newsroom.story')) {
    const blocks = blocksOf(body).map(({ kind, text }) => ({ kind, text }))
    const document = {
      blocks: [{ kind: 'title' as const, text: title }, { kind: 'deck' as const, text: deck }, ...blocks],
    }
    const findings = createChecker({ publishedOn: published_at.slice(0, 10) }).check(document)
    expect(findings.filter((finding) => finding.severity === '必须改')).toEqual([])
  }
})

test('the nine indicators have been computed', () => {
  const computed = rowsOf<{ measure: string; value: number | null }>('appraisal.computation')
  expect(new Set(computed.map((one) => one.measure)).size).toBe(9)
  for (const { value } of computed) expect(value).not.toBeNull()
})
