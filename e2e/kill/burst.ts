import { Refusal, type StoryContent } from '@rongmei/contract'
import type { Person } from '../../bench/support/centre.ts'
import { contentOf, sequence } from '../../bench/support/text.ts'

/** A write to which the server answered yes: from then on it must be there. */
export type Acknowledged = {
  story: string
  kind: 'created' | 'saved'
  rev: number
  contentHash: string
  content: StoryContent
}

export type Burst = {
  acknowledged: Acknowledged[]
  /** Answers that were neither a yes nor a broken connection; there must be none. */
  surprises: string[]
  /** Resolves when every writer has lost its server. */
  ended: Promise<void>
  /** From here on a broken connection is what we expect. */
  expectTheEnd(): void
}

const SAVES_A_STORY = 12

/**
 * Every person writes as fast as the server answers: a story, then saves of it, each kept as a revision of its own,
 * then the next story. Ends when the server is killed.
 */
export function startBurst(people: readonly Person[], seed: number): Burst {
  const burst = { acknowledged: [] as Acknowledged[], surprises: [] as string[] }
  let expected = false
  const writers = people.map(async (person, index) => {
    const next = sequence(seed * 100 + index)
    try {
      for (let story = 1; ; story += 1)
        await writeOne(person, `第${seed}轮${index}号${story}篇`, next, burst.acknowledged)
    } catch (error) {
      const answered = error instanceof Refusal && error.key !== 'platform.unreachable'
      if (answered || !expected) burst.surprises.push(error instanceof Error ? error.message : String(error))
    }
  })
  return {
    ...burst,
    ended: Promise.all(writers).then(() => undefined),
    expectTheEnd: () => {
      expected = true
    },
  }
}

async function writeOne(
  { api }: Person,
  name: string,
  next: (below: number) => number,
  acknowledged: Acknowledged[],
): Promise<void> {
  const first = contentOf(`${name}初稿`, 40 + next(1_500), next(1_000_000))
  const created = await api.newsroom.createStory({ body: first })
  const { id: story } = created
  acknowledged.push({ story, kind: 'created', rev: created.rev, contentHash: created.contentHash, content: first })
  let { rev } = created
  for (let save = 1; save <= SAVES_A_STORY; save += 1) {
    const content = contentOf(`${name}第${save}次保存`, 40 + next(1_500), next(1_000_000))
    const saved = await api.newsroom.saveStory({ params: { id: story }, body: { rev, content, keep: true } })
    rev = saved.rev
    acknowledged.push({ story, kind: 'saved', rev, contentHash: saved.contentHash, content })
  }
}
