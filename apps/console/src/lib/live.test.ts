import { expect, it } from 'vitest'
import { shows } from './live.ts'

it.each([
  ['story:1', ['newsroom', 'getStory', { params: { id: '1' } }], true],
  ['story:1', ['newsroom', 'storyTimeline', { params: { id: '1' } }], true],
  ['story:1', ['newsroom', 'getStory', { params: { id: '2' } }], false],
  ['story:1', ['newsroom', 'listStories', {}], false],
  ['stories', ['newsroom', 'listStories', {}], true],
  ['todo', ['newsroom', 'todo', null], true],
  ['todo', ['newsroom', 'listStories', {}], false],
  ['project:1', ['appraisal', 'getProject', { params: { id: '1' } }], true],
  ['project:1', ['appraisal', 'getProject', { params: { id: '2' } }], false],
  ['project:1', ['appraisal', 'indicatorFacts', { params: { id: '9' } }], true],
  ['people', ['identity', 'listUnits', null], true],
  ['people', ['identity', 'listDevices', null], false],
  ['*', ['identity', 'listDevices', null], true],
  ['unheard-of', ['newsroom', 'todo', null], false],
] as const)('%s and %j: %s', (topic, key, touched) => expect(shows(topic, key)).toBe(touched))
