import { addPerson, type Person, setUpCentre } from './centre.ts'
import { contentOf } from './text.ts'

export const CHARACTERS = 1_500

/** A centre with `count` published stories, each of which went the whole way: draft, three reviews, publication. */
export async function makeLibrary(base: string, count: number): Promise<{ reporter: Person; slugs: string[] }> {
  const admin = await setUpCentre(base)
  const reporter = await addPerson(base, admin, 'jizhe', ['reporter'])
  const first = await addPerson(base, admin, 'yishen', ['departmentReviewer'])
  const second = await addPerson(base, admin, 'ershen', ['chiefReviewer'])
  const final = await addPerson(base, admin, 'zhongshen', ['finalReviewer', 'subEditor'])
  const slugs: string[] = []
  const publish = async (no: number) => {
    let story = await reporter.api.newsroom.createStory({ body: contentOf(`第${no}篇报道`, CHARACTERS, no) })
    const params = { id: story.id }
    const { contentHash } = story
    const overrideReason = '压测用稿'
    story = await reporter.api.newsroom.submitStory({ params, body: { rev: story.rev, overrideReason } })
    for (const { api } of [first, second, final])
      story = await api.newsroom.reviewStory({ params, body: { rev: story.rev, contentHash } })
    story = await final.api.newsroom.publishStory({ params, body: { rev: story.rev } })
    if (!story.slug) throw new Error(`story ${story.number} has no slug`)
    slugs.push(story.slug)
  }
  for (let no = 1; no <= count; no += 4)
    await Promise.all([no, no + 1, no + 2, no + 3].filter((one) => one <= count).map(publish))
  return { reporter, slugs }
}
