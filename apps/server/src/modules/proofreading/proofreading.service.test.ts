import { afterAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/caller.fixture.ts'
import { testWorld } from '../../testing/world.ts'
import { checkText, decideFinding, latestRun, runProofreading } from './run.service.ts'
import { findInterceptions } from './run.store.ts'
import { addWord, listWords, type NewWord, removeWord } from './word.service.ts'

const test = await testWorld()
const editor = await test.as('陆文清', 'subEditor')
const reporter = await test.as('沈一鸣', 'reporter')
afterAll(() => test.close())

const word = (given: Partial<NewWord> & Pick<NewWord, 'kind' | 'text'>): NewWord => ({
  title: '',
  wrong: [],
  validFrom: null,
  validTo: null,
  ...given,
})
const doc = (...texts: string[]) => ({ blocks: texts.map((text) => ({ kind: 'paragraph' as const, text })) })
const quotes = async (text: string, day = '2023-03-01') =>
  (await checkText(test.system, doc(text), day)).findings.map((one) => `${one.ruleId} ${one.quote}`)
const run = (ctx: Ctx, subject: string, ...texts: string[]) =>
  runProofreading(ctx, { subject, document: doc(...texts), contentHash: texts.join() })

describe('the centre’s own words', () => {
  it('are never flagged, from the next check on, until they are taken out', async () => {
    const sentence = '居民们迫不急待地排队。'
    expect((await quotes(sentence)).some((one) => one.includes('迫不急待'))).toBe(true)
    const added = await addWord(editor, word({ kind: 'word', text: '迫不急待' }))
    expect(await quotes(sentence)).toEqual([])
    await removeWord(editor, added.id)
    expect((await quotes(sentence)).some((one) => one.includes('迫不急待'))).toBe(true)
  })

  it('of people tell a wrong title, while it holds', async () => {
    const person = await addWord(
      editor,
      word({ kind: 'person', text: '张三峰', title: '区委书记', validFrom: '2023-01-01', validTo: '2023-12-31' }),
    )
    const inTerm = '区委书记张三峰出席活动。'
    expect((await quotes('区长张三峰出席活动。')).some((one) => one.startsWith('roster-title'))).toBe(true)
    expect(await quotes(inTerm)).toEqual([])
    expect((await quotes(inTerm, '2025-03-01')).some((one) => one.startsWith('roster-term'))).toBe(true)
    await removeWord(editor, person.id)
  })

  it('as fixed phrases tell their wrong forms', async () => {
    const phrase = await addWord(editor, word({ kind: 'phrase', text: '春申大地', wrong: ['春申大第'] }))
    expect((await quotes('走进春申大第。')).some((one) => one.includes('春申大第'))).toBe(true)
    await removeWord(editor, phrase.id)
  })

  it('stand there once, and are for those who keep the lists', async () => {
    await addWord(editor, word({ kind: 'word', text: '佘山' }))
    await expect(addWord(editor, word({ kind: 'word', text: '佘山' }))).rejects.toMatchObject({
      key: 'wordlist.duplicate',
    })
    await expect(addWord(reporter, word({ kind: 'word', text: '泗泾' }))).rejects.toMatchObject({
      key: 'ability.missing',
    })
    await expect(removeWord(reporter, test.system.newId())).rejects.toMatchObject({ key: 'ability.missing' })
    await expect(removeWord(editor, test.system.newId())).rejects.toMatchObject({ key: 'platform.notFound' })
    expect((await listWords(reporter, { limit: 10 })).can.manage).toBe(false)
    const kinds = await test.rows<{ kind: string }>(`select kind from platform.event where subject like 'word:%'`)
    expect(kinds.map((row) => row.kind)).toContain('wordlist.removed')
  })

  it('are listed page by page, and looked for without wildcards', async () => {
    for (const text of ['甲_词', '甲%词', '甲词', '乙词']) await addWord(editor, word({ kind: 'word', text }))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listWords(editor, { limit: 2, cursor })
      seen.push(...page.items.map((one) => one.text))
      cursor = page.next ?? undefined
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
    expect((await listWords(editor, { limit: 10, q: '甲%' })).items.map((one) => one.text)).toEqual(['甲%词'])
    expect((await listWords(editor, { limit: 10, q: '甲_' })).items.map((one) => one.text)).toEqual(['甲_词'])
  })
})

describe('a run', () => {
  it('is kept with every finding at its place', async () => {
    const made = await run(reporter, 'story:1', '第一段没有错。', '居民迫不急待。')
    const kept = await latestRun(test.system, 'story:1')
    expect(kept).toEqual(made)
    expect(made).toMatchObject({ by: { name: '沈一鸣' }, characters: 14 })
    const [first] = made.findings
    expect(first).toMatchObject({ block: 1, quote: '迫不急待', severity: '必须改' })
    expect('居民迫不急待。'.slice(first?.blockStart, (first?.blockStart ?? 0) + 4)).toBe('迫不急待')
    expect(made.openMust).toBe(1)
    expect(await latestRun(test.system, 'story:none')).toBeNull()
  })

  it('is the one that counts: a finding of another text cannot be decided here', async () => {
    const made = await run(reporter, 'story:2', '居民迫不急待。')
    const id = made.findings[0]?.id ?? ''
    const decide = (
      subject: string,
      verdict: 'ignored' | 'accepted' | 'addedWord',
      reason: string,
      who: Ctx = reporter,
    ) => who.tx((t) => decideFinding(t, subject, id, verdict, reason))
    await expect(decide('story:1', 'accepted', '')).rejects.toMatchObject({ key: 'finding.stale' })
    await expect(decide('story:2', 'ignored', '')).rejects.toMatchObject({ key: 'finding.reasonNeeded' })
    await expect(decide('story:2', 'addedWord', '')).rejects.toMatchObject({ key: 'ability.missing' })
    expect((await latestRun(test.system, 'story:2'))?.openMust).toBe(1)
    await decide('story:2', 'addedWord', '', editor)
    await expect(decide('story:2', 'accepted', '')).rejects.toMatchObject({ key: 'finding.decided' })
    expect((await run(reporter, 'story:2', '居民迫不急待。')).findings).toEqual([])
  })

  it('keeps what was ignored while its paragraph still holds it, and opens it again in another', async () => {
    const made = await run(reporter, 'story:5', '居民再接再励地排队。')
    await reporter.tx((t) => decideFinding(t, 'story:5', made.findings[0]?.id ?? '', 'ignored', '引语'))
    const reworded = await run(reporter, 'story:5', '早上居民们再接再励去排队。')
    expect(reworded.findings.map((one) => one.decision?.reason)).toEqual(['引语'])
    // Carried once, it is carried on from there.
    expect((await run(reporter, 'story:5', '早上大家都再接再励去排队。')).openMust).toBe(0)
    expect((await run(reporter, 'story:5', '开头。', '读者却再接再励要看。')).openMust).toBe(1)
  })

  it('keeps thousands of findings, the gravest when there are more than anybody reads', async () => {
    const made = await run(reporter, 'story:3', '一往直前，再接再励。'.repeat(6_000))
    expect(made.findings).toHaveLength(5_000)
    expect((await latestRun(test.system, 'story:3'))?.findings).toHaveLength(made.findings.length)
  })
})

describe('what the measures count', () => {
  it('are accepted findings of weight, by text, in the span of their decision', async () => {
    test.clock.set(Date.parse('2024-05-01T01:00:00Z'))
    const made = await run(reporter, 'story:4', '居民再接再励，一如继往。')
    test.clock.advance(90_000)
    for (const [i, one] of made.findings.entries())
      await reporter.tx((t) => decideFinding(t, 'story:4', one.id, i === 0 ? 'accepted' : 'ignored', '原话'))
    const year = (y: number) => findInterceptions(test.system, new Date(`${y}-01-01`), new Date(`${y + 1}-01-01`))
    expect(await year(2024)).toEqual([
      { subject: 'story:4', accepted: 1, seconds: [90], first: new Date(test.clock.now()) },
    ])
    expect(await year(2025)).toEqual([])
  })
})

describe('a long text', () => {
  it('of half a million characters is read without holding up the others', async () => {
    const long = doc(...Array.from({ length: 1_000 }, (_, i) => `${'松江的春天来得早。'.repeat(55)}${i}再接再励。`))
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const { findings } = await checkText(test.system, long, '2023-03-01')
    clearInterval(beat)
    expect(findings.filter((one) => one.quote === '再接再励').length).toBe(1_000)
    expect(longest).toBeLessThan(400)
  })

  it('beyond what a story may hold is refused', async () => {
    await expect(checkText(test.system, doc('松'.repeat(600_001)))).rejects.toMatchObject({ key: 'platform.tooLarge' })
    const call = await callerOf(test, '沈一鸣')
    const reply = await call('POST', '/api/proofreading/check', {
      document: doc('松'.repeat(400_000), '松'.repeat(400_000)),
    })
    expect([reply.status, reply.error.key]).toEqual([413, 'platform.tooLarge'])
  })
})

describe('over HTTP', () => {
  it('a text is checked without being kept, and every rule is told', async () => {
    const call = await callerOf(test, '沈一鸣')
    const before = await test.rows('select id from proofreading.run')
    const reply = await call('POST', '/api/proofreading/check', {
      document: doc('再接再励。'),
      publishedOn: '2023-03-01',
    })
    expect(reply.json<{ findings: { quote: string }[] }>().findings[0]?.quote).toBe('再接再励')
    expect(await test.rows('select id from proofreading.run')).toHaveLength(before.length)
    const rules = (await call('GET', '/api/proofreading/rules')).json<{
      items: { examples: { wrong: string; right: string }[] }[]
    }>()
    expect(rules.items.length).toBeGreaterThan(30)
    for (const { examples } of rules.items) for (const one of examples) expect(one.wrong).not.toBe('')
  })

  it('is for those signed in', async () => {
    const visitor = await callerOf(test)
    expect((await visitor('POST', '/api/proofreading/check', { document: doc('a') })).error.key).toBe(
      'session.required',
    )
  })
})
