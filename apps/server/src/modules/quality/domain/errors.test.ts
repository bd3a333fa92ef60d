import { expect, test } from 'vitest'
import { type Checked, groupClasses, groupErrors } from './errors.ts'

const story = (given: Partial<Checked>): Checked => ({
  month: '2024-01',
  unit: '采访部',
  authorId: '1',
  author: '甲',
  characters: 1000,
  corrected: 0,
  found: [],
  ...given,
})

test('a group adds up, and its rate is by its own characters', () => {
  const rows = groupErrors(
    [
      story({ found: ['错别字', '标点'], corrected: 1 }),
      story({ characters: 3000, found: ['错别字'] }),
      story({ unit: '新媒体部', characters: 0 }),
    ],
    ({ unit }) => ({ key: unit, name: unit }),
  )
  expect(rows).toEqual([
    { key: '采访部', name: '采访部', stories: 2, characters: 4000, found: 3, corrected: 1, perThousand: '0.750' },
    { key: '新媒体部', name: '新媒体部', stories: 1, characters: 0, found: 0, corrected: 0, perThousand: null },
  ])
})

test('by class: the commonest first, over the characters of all stories', () => {
  const rows = groupClasses([story({ found: ['标点'] }), story({ found: ['错别字', '错别字', '标点'] }), story({})])
  expect(rows.map(({ name, stories, found, perThousand }) => ({ name, stories, found, perThousand }))).toEqual([
    { name: '标点', stories: 2, found: 2, perThousand: '0.667' },
    { name: '错别字', stories: 1, found: 2, perThousand: '0.667' },
  ])
})
