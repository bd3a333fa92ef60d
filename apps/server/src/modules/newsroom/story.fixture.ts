import { fromText } from '@rongmei/body'
import type { Story, StoryContent } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import type { TestWorld } from '../../testing/world.ts'
import { publishStory, reviewStory, submitStory } from './review.service.ts'
import { createStory, getStory } from './story.service.ts'

const NOWHERE = { unitId: null, unitName: null }

/** The cast that every newsroom test knows. */
export async function castOf(test: TestWorld) {
  return {
    reporter: await test.as('沈一鸣', 'reporter'),
    other: await test.as('顾小满', 'reporter'),
    editor: await test.as('陆文清', 'subEditor'),
    first: await test.as('周以宁', 'departmentReviewer'),
    second: await test.as('吴思远', 'chiefReviewer'),
    final: await test.as('郑国栋', 'finalReviewer'),
    auditor: await test.as('冯审计', 'auditor'),
    finance: await test.as('钱会计', 'finance'),
  }
}
export type Cast = Awaited<ReturnType<typeof castOf>>

export const CLEAN = '佘山镇昨天举行春季植树活动，三百多名居民在河岸边种下树苗。居民们说，几年以后这里就会有一片树荫。'

export function text(title: string, body = CLEAN, more: Partial<StoryContent> = {}): Partial<StoryContent> {
  return { title, body: fromText(body), ...more }
}

export function write(ctx: Ctx, content: Partial<StoryContent>): Promise<Story> {
  return createStory(ctx, content, NOWHERE)
}

/** A story on its way: submitted, passed by so many reviewers, and published when all three have. */
export async function advance(
  cast: Cast,
  content: Partial<StoryContent>,
  to: 'submitted' | 'secondReview' | 'finalReview' | 'approved' | 'published',
): Promise<Story> {
  const draft = await write(cast.reporter, content)
  let story = await submitStory(cast.reporter, draft.id, draft.rev, null)
  for (const reviewer of [cast.first, cast.second, cast.final]) {
    if (story.state === to) return getStory(cast.reporter, story.id)
    story = await reviewStory(reviewer, story.id, story.rev, story.contentHash, '同意')
  }
  return to === 'approved' ? story : publishStory(cast.second, story.id, story.rev)
}
