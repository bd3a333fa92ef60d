import type { StoryRow, Todo } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { groupsInOrder, nextStep, waitingCount } from './rows.ts'

const group = (key: Todo['groups'][number]['key'], total: number) => ({ key, total, items: [] })
const todo: Todo = {
  groups: [group('drafts', 4), group('sent', 2), group('publish', 0), group('review', 3), group('returned', 1)],
  late: 0,
  publishedToday: 0,
  inspectionsOpen: 0,
  today: '2026-11-23',
}

it('puts what came back and what waits before what one is writing, and leaves empty groups out', () => {
  expect(groupsInOrder(todo).map(({ key }) => key)).toEqual(['returned', 'review', 'drafts', 'sent'])
})

it('counts only what waits for me to act', () => expect(waitingCount(todo)).toBe(4))

it.each([
  ['drafts', 'write', '继续写', '/stories/1'],
  ['returned', 'submit', '去送审', '/stories/1'],
  ['review', 'reviewSecond', '去二审', '/stories/1/review'],
  ['publish', 'publish', '去发布', '/stories/1'],
  ['sent', 'read', '查看', '/stories/1'],
  ['inspect', 'read', '记录抽检', '/inspections'],
] as const)('in %s, next %s: %s at %s', (key, next, label, to) => {
  expect(nextStep(key, { id: '1', next } as StoryRow)).toEqual({ label, to })
})
