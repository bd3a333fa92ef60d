import { fromText } from '@rongmei/body'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { REVISION_MS, LOCK_MS } from './domain/story.ts'
import { giveLock, takeLock } from './lock.service.ts'
import { advance, type Cast, castOf, text, write } from './story.fixture.ts'
import { contentOf } from './story.load.ts'
import {
  getStory,
  listRevisions,
  removeStory,
  rescueText,
  restoreRevision,
  saveStory,
  unremoveStory,
} from './story.service.ts'
import { findStory } from './story.store.ts'

const test = await testWorld()
let cast: Cast
beforeAll(async () => {
  cast = await castOf(test)
})
afterAll(() => test.close())

const refused = (key: string) => expect.objectContaining({ key })
const contentNow = async (id: string) => contentOf((await findStory(test.system, id)) ?? expect.fail())

describe('writing', () => {
  it('numbers the stories of a year one after the other, whoever writes at the same time', async () => {
    const stories = await Promise.all(Array.from({ length: 8 }, (_, i) => write(cast.reporter, text(`编号${i}`))))
    const numbers = stories.map((story) => story.number).toSorted()
    expect(new Set(numbers).size).toBe(8)
    expect(numbers.every((number) => /^2023-\d{4}$/.test(number))).toBe(true)
  })

  it('refuses those who may not write', async () => {
    await expect(write(cast.auditor, text('审计'))).rejects.toThrow(refused('ability.missing'))
    await expect(write(cast.finance, text('财务'))).rejects.toThrow(refused('ability.missing'))
  })

  it('refuses more than half a million characters and takes half a million', async () => {
    await expect(write(cast.reporter, text('太长', '松'.repeat(500_001)))).rejects.toThrow(refused('story.tooLong'))
    expect((await write(cast.reporter, text('正好', '松'.repeat(500_000)))).characters).toBe(500_000)
  })

  it('saves at the revision that was read, and refuses a stale one without losing either text', async () => {
    const story = await write(cast.reporter, text('并发保存'))
    const mine = await saveStory(
      cast.reporter,
      story.id,
      story.rev,
      { ...(await contentNow(story.id)), title: '第一次' },
      false,
    )
    await expect(
      saveStory(cast.reporter, story.id, story.rev, { ...(await contentNow(story.id)), title: '第二次' }, false),
    ).rejects.toThrow(refused('story.moved'))
    expect((await getStory(cast.reporter, story.id)).title).toBe(mine.title)
  })

  it('hides other people’s drafts and shows them to those who read all', async () => {
    const story = await write(cast.reporter, text('我的草稿'))
    await expect(getStory(cast.other, story.id)).rejects.toThrow(refused('story.notVisible'))
    expect((await getStory(cast.auditor, story.id)).can.edit).toEqual({ ok: false, why: 'story.readOnly' })
    await expect(saveStory(cast.auditor, story.id, story.rev, await contentNow(story.id), false)).rejects.toThrow(
      refused('story.readOnly'),
    )
  })
})

describe('revisions', () => {
  it('shares one for ten minutes and starts another when asked, later, or by somebody else', async () => {
    const story = await write(cast.reporter, text('版本'))
    const save = async (who: typeof cast.reporter, title: string, keep = false) => {
      const { rev } = await getStory(who, story.id)
      await saveStory(who, story.id, rev, { ...(await contentNow(story.id)), title }, keep)
      await giveLock(who, story.id)
    }
    await save(cast.reporter, 'A')
    await save(cast.reporter, 'B')
    expect(await listRevisions(cast.reporter, story.id)).toHaveLength(1)
    await save(cast.reporter, 'C', true)
    expect(await listRevisions(cast.reporter, story.id)).toHaveLength(2)
    await save(cast.editor, 'D')
    test.clock.advance(REVISION_MS + 1)
    await save(cast.editor, 'E')
    expect((await listRevisions(cast.reporter, story.id)).map((one) => [one.no, one.title, one.current])).toEqual([
      [4, 'E', true],
      [3, 'D', false],
      [2, 'C', false],
      [1, 'B', false],
    ])
  })

  it('restores an earlier one without losing the later', async () => {
    const story = await write(cast.reporter, text('原来'))
    const saved = await saveStory(
      cast.reporter,
      story.id,
      story.rev,
      { ...(await contentNow(story.id)), title: '后来', body: fromText('后来的正文') },
      true,
    )
    const back = await restoreRevision(cast.reporter, story.id, 1, saved.rev)
    expect([back.title, back.contentHash]).toEqual(['原来', story.contentHash])
    expect((await listRevisions(cast.reporter, story.id)).map((one) => one.reason)).toEqual([
      'restored',
      'saved',
      'saved',
    ])
  })
})

describe('the edit lock', () => {
  it('keeps a second editor out until taken over, and keeps the words of the first', async () => {
    const story = await write(cast.reporter, text('两个人'))
    await takeLock(cast.reporter, story.id, false)
    await expect(takeLock(cast.editor, story.id, false)).rejects.toThrow(refused('story.locked'))
    await expect(saveStory(cast.editor, story.id, story.rev, await contentNow(story.id), false)).rejects.toThrow(
      refused('story.locked'),
    )
    expect((await takeLock(cast.editor, story.id, true)).mine).toBe(true)
    const mine = { ...(await contentNow(story.id)), title: '没来得及存的标题' }
    await expect(saveStory(cast.reporter, story.id, story.rev, mine, false)).rejects.toThrow(refused('story.lockLost'))
    const kept = await rescueText(cast.reporter, story.id, mine)
    expect([kept.reason, kept.title, kept.current]).toEqual(['rescued', '没来得及存的标题', false])
    expect((await getStory(cast.reporter, story.id)).title).toBe('两个人')
    expect((await getStory(cast.reporter, story.id)).lock?.holder.name).toBe('陆文清')
  })

  it('falls to the next when its holder went away', async () => {
    const story = await write(cast.reporter, text('合上电脑'))
    await takeLock(cast.reporter, story.id, false)
    test.clock.advance(LOCK_MS + 1)
    expect((await takeLock(cast.editor, story.id, false)).holder.name).toBe('陆文清')
  })

  it('is not given to those who may not edit', async () => {
    const story = await advance(cast, text('已发布'), 'published')
    await expect(takeLock(cast.editor, story.id, false)).rejects.toThrow(refused('story.notEditable'))
    await expect(takeLock(cast.auditor, story.id, false)).rejects.toThrow(refused('story.readOnly'))
  })
})

describe('the bin', () => {
  it('takes drafts and gives them back', async () => {
    const story = await write(cast.reporter, text('不要了'))
    await expect(removeStory(cast.other, story.id)).rejects.toThrow(refused('story.notVisible'))
    await removeStory(cast.reporter, story.id)
    expect((await findStory(test.system, story.id))?.removed_at).not.toBeNull()
    expect((await unremoveStory(cast.reporter, story.id)).state).toBe('draft')
    const sent = await advance(cast, text('已送审'), 'submitted')
    await expect(removeStory(cast.reporter, sent.id)).rejects.toThrow(refused('story.wrongState'))
  })
})
