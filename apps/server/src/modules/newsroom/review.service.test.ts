import { fromText } from '@rongmei/body'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timelineOf } from '../../platform/audit.ts'
import { testWorld } from '../../testing/world.ts'
import { findArticle } from './article.store.ts'
import {
  correctStory,
  decideStoryFinding,
  proofreadStory,
  publishStory,
  recallStory,
  returnStory,
  reviewStory,
  submitStory,
  withdrawStory,
} from './review.service.ts'
import { subjectOf } from './story.events.ts'
import { advance, type Cast, castOf, CLEAN, text, write } from './story.fixture.ts'
import { getStory, saveStory } from './story.service.ts'
import { contentOf } from './story.load.ts'
import { findStory } from './story.store.ts'

const test = await testWorld()
let cast: Cast
beforeAll(async () => {
  cast = await castOf(test)
})
afterAll(() => test.close())

const kinds = async (id: string) =>
  (await timelineOf(test.system, subjectOf(id))).map((event) => event.kind).toReversed()
const refused = (key: string) => expect.objectContaining({ key })

describe('the way from draft to reader', () => {
  it('passes three different people and leaves a fact at every step', async () => {
    const story = await advance(cast, text('春季植树'), 'published')
    expect(story.state).toBe('published')
    expect(story.signOffs.map((one) => [one.level, one.by.name])).toEqual([
      ['first', '周以宁'],
      ['second', '吴思远'],
      ['final', '郑国栋'],
    ])
    expect(new Set(story.signOffs.map((one) => one.contentHash))).toEqual(new Set([story.contentHash]))
    expect(await kinds(story.id)).toEqual([
      'story.created',
      'proofreading.run',
      'story.submitted',
      'story.reviewed',
      'story.reviewed',
      'story.reviewed',
      'story.published',
    ])
    expect((await findArticle(test.system, story.number))?.title).toBe('春季植树')
  })

  it('returns with a reason, voids the signatures of the round and starts again', async () => {
    const story = await advance(cast, text('河道整治'), 'secondReview')
    const back = await returnStory(cast.second, story.id, story.rev, '数据请再核实')
    expect([back.state, back.returned?.reason, back.returned?.by.name]).toEqual(['draft', '数据请再核实', '吴思远'])
    expect(back.signOffs.map((one) => one.voided?.reason)).toEqual(['退回'])
    const again = await submitStory(cast.reporter, back.id, back.rev, null)
    expect([again.state, again.returned]).toEqual(['submitted', null])
  })

  it('lets the writer take back what nobody has reviewed, and nobody else', async () => {
    const story = await advance(cast, text('撤回'), 'submitted')
    await expect(recallStory(cast.other, story.id, story.rev)).rejects.toThrow(refused('story.notVisible'))
    await expect(recallStory(cast.editor, story.id, story.rev)).rejects.toThrow(refused('story.notYours'))
    expect((await recallStory(cast.reporter, story.id, story.rev)).state).toBe('draft')
    const reviewed = await advance(cast, text('已经一审'), 'secondReview')
    await expect(recallStory(cast.reporter, reviewed.id, reviewed.rev)).rejects.toThrow(refused('story.wrongState'))
  })
})

describe('三审', () => {
  it('refuses whoever lacks the level, wrote it, or has signed another level', async () => {
    const both = await test.as('两级', 'departmentReviewer', 'chiefReviewer', 'reporter')
    const story = await advance(cast, text('三审分离'), 'submitted')
    const review = (who: typeof both, at: typeof story) => reviewStory(who, at.id, at.rev, at.contentHash, '')
    await expect(review(cast.second, story)).rejects.toThrow(refused('story.notReviewer'))
    await expect(review(cast.auditor, story)).rejects.toThrow(refused('story.readOnly'))
    const passed = await review(both, story)
    expect(passed.can.review).toEqual({ ok: false, why: 'story.samePerson' })
    await expect(review(both, passed)).rejects.toThrow(refused('story.samePerson'))
    const own = await write(both, text('自己的稿'))
    const sent = await submitStory(both, own.id, own.rev, null)
    await expect(review(both, sent)).rejects.toThrow(refused('story.ownStory'))
  })

  it('binds the signature to the text that was read', async () => {
    const story = await advance(cast, text('哈希'), 'submitted')
    await expect(reviewStory(cast.first, story.id, story.rev, '0'.repeat(64), '')).rejects.toThrow(
      refused('story.hashMoved'),
    )
    await expect(reviewStory(cast.first, story.id, story.rev - 1, story.contentHash, '')).rejects.toThrow(
      refused('story.moved'),
    )
  })

  it('lets one of two reviewers win when both pass the same review at once', async () => {
    const rival = await test.as('另一位一审', 'departmentReviewer')
    const story = await advance(cast, text('同时审'), 'submitted')
    const results = await Promise.allSettled(
      [cast.first, rival].map((who) => reviewStory(who, story.id, story.rev, story.contentHash, '')),
    )
    expect(results.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const failed = results.find((one) => one.status === 'rejected')
    expect((failed as PromiseRejectedResult).reason.key).toMatch(/story\.(moved|notReviewer)/)
    expect((await getStory(cast.first, story.id)).signOffs).toHaveLength(1)
  })

  it('voids every signature when the text is edited, and starts the reviews again', async () => {
    const story = await advance(cast, text('改一个字'), 'approved')
    const row = await findStory(test.system, story.id)
    const content = { ...contentOf(row ?? expect.fail()), title: '改两个字' }
    const edited = await saveStory(cast.editor, story.id, story.rev, content, false)
    expect(edited.state).toBe('submitted')
    expect(edited.signOffs.map((one) => one.voided?.reason)).toEqual(['内容有改动', '内容有改动', '内容有改动'])
    await expect(publishStory(cast.second, story.id, edited.rev)).rejects.toThrow(refused('story.wrongState'))
  })

  it('keeps the signatures when only the planned time moves', async () => {
    const story = await advance(cast, text('只改时间'), 'approved')
    const row = await findStory(test.system, story.id)
    const content = { ...contentOf(row ?? expect.fail()), plannedAt: '2023-03-02T01:00:00.000Z' }
    const moved = await saveStory(cast.editor, story.id, story.rev, content, false)
    expect([moved.state, moved.signOffs.every((one) => one.voided === null)]).toEqual(['approved', true])
  })
})

describe('proofreading before review', () => {
  const WRONG = '本市今天启动部属工作，居民迫不急待。'

  it('stops a story with open 必须改 findings until they are decided', async () => {
    const draft = await write(cast.reporter, text('有错的稿', WRONG))
    await expect(submitStory(cast.reporter, draft.id, draft.rev, null)).rejects.toThrow(refused('story.openFindings'))
    const { run } = await getStory(cast.reporter, draft.id)
    const must = run?.findings.filter((one) => one.severity === '必须改') ?? []
    expect(must.map((one) => one.quote)).toContain('迫不急待')
    await expect(decideStoryFinding(cast.reporter, draft.id, must[0]?.id ?? '', 'ignored', '')).rejects.toThrow(
      refused('finding.reasonNeeded'),
    )
    for (const one of must) await decideStoryFinding(cast.reporter, draft.id, one.id, 'ignored', '引用原话')
    await expect(decideStoryFinding(cast.reporter, draft.id, must[0]?.id ?? '', 'ignored', '再来')).rejects.toThrow(
      refused('finding.decided'),
    )
    expect((await submitStory(cast.reporter, draft.id, draft.rev, null)).state).toBe('submitted')
  })

  it('lets it pass with a reason that reviewers see', async () => {
    const draft = await write(cast.reporter, text('来不及改', WRONG))
    const sent = await submitStory(cast.reporter, draft.id, draft.rev, '突发事件，编辑部同意先送审')
    expect(sent.overrideReason).toBe('突发事件，编辑部同意先送审')
    expect(sent.openMust).toBeGreaterThan(0)
  })

  it('carries an ignored finding over to the next run and opens an accepted one that came back', async () => {
    const draft = await write(cast.reporter, text('两次校对', WRONG))
    const run = await proofreadStory(cast.reporter, draft.id)
    const idiom = run.findings.find((one) => one.quote === '迫不急待') ?? expect.fail()
    await decideStoryFinding(cast.reporter, draft.id, idiom.id, 'accepted', '')
    const again = await proofreadStory(cast.reporter, draft.id)
    const same = again.findings.find((one) => one.quote === '迫不急待') ?? expect.fail()
    expect(same.decision).toBeNull()
    await decideStoryFinding(cast.reporter, draft.id, same.id, 'ignored', '标题党原文')
    const third = await proofreadStory(cast.reporter, draft.id)
    expect(third.findings.find((one) => one.quote === '迫不急待')?.decision?.reason).toBe('标题党原文')
  })

  it('refuses to send what is empty or still shows pictures of other sites', async () => {
    const empty = await write(cast.reporter, { title: '只有标题' })
    await expect(submitStory(cast.reporter, empty.id, empty.rev, null)).rejects.toThrow(refused('story.empty'))
    const body = {
      type: 'doc' as const,
      content: [
        ...fromText(CLEAN).content,
        { type: 'picture' as const, attrs: { src: 'https://example.com/a.jpg', alt: '', caption: '' } },
      ],
    }
    const foreign = await write(cast.reporter, { title: '外链图片', body })
    await expect(submitStory(cast.reporter, foreign.id, foreign.rev, null)).rejects.toThrow(
      refused('story.externalPictures'),
    )
  })
})

describe('after publication', () => {
  it('corrects with a notice and keeps both texts', async () => {
    const story = await advance(cast, text('更正'), 'published')
    const correction = {
      title: '更正',
      deck: '',
      body: fromText(CLEAN.replace('三百', '二百')),
      notice: '参加人数应为二百多名',
      errors: 1,
    }
    await expect(correctStory(cast.first, story.id, story.rev, correction)).rejects.toThrow(refused('ability.missing'))
    const corrected = await correctStory(cast.final, story.id, story.rev, correction)
    expect([corrected.state, corrected.corrections[0]?.notice]).toEqual(['corrected', '参加人数应为二百多名'])
    const shown = await findArticle(test.system, story.number)
    expect(shown?.corrections).toHaveLength(1)
    await expect(
      saveStory(
        cast.editor,
        story.id,
        corrected.rev,
        contentOf((await findStory(test.system, story.id)) ?? expect.fail()),
        false,
      ),
    ).rejects.toThrow(refused('story.notEditable'))
  })

  it('withdraws at once, with a reason', async () => {
    const story = await advance(cast, text('撤稿'), 'published')
    await expect(withdrawStory(cast.second, story.id, story.rev, '不该发')).rejects.toThrow(refused('ability.missing'))
    const gone = await withdrawStory(cast.final, story.id, story.rev, '当事人要求')
    expect([gone.state, gone.withdrawal?.reason]).toEqual(['withdrawn', '当事人要求'])
    expect((await findArticle(test.system, story.number))?.state).toBe('withdrawn')
    await expect(withdrawStory(cast.final, story.id, gone.rev, '再撤')).rejects.toThrow(refused('story.wrongState'))
  })

  it('publishes only what is approved, by those who may', async () => {
    const story = await advance(cast, text('发布权限'), 'approved')
    await expect(publishStory(cast.first, story.id, story.rev)).rejects.toThrow(refused('ability.missing'))
    expect((await publishStory(cast.final, story.id, story.rev)).slug).toBe(story.number)
  })
})
