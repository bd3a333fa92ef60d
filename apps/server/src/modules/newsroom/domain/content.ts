import { createHash } from 'node:crypto'
import { type Body, blocksOf, canonical, countsOf, EMPTY_BODY, isPictureSource, isStoredFile } from '@rongmei/body'
import type { StoryContent } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'

/** 正文最多 50 万字. The body package allows a little more, so that this clearer refusal speaks first. */
export const MOST_CHARACTERS = 500_000

export const EMPTY_CONTENT: StoryContent = {
  kind: 'article',
  title: '',
  deck: '',
  body: EMPTY_BODY,
  byline: [],
  source: { kind: 'own', name: '', unitId: null },
  category: 'headline',
  plannedAt: null,
  coverUrl: null,
}

/**
 * SHA-256 over what readers will see. Sign-offs are bound to it: change a character, and the signature no longer fits.
 * The planned time is not content: moving the date does not void a review.
 */
export function contentHash(content: StoryContent): string {
  const { kind, title, deck, body, byline, source, category, coverUrl } = content
  const parts = [
    kind,
    title,
    deck,
    canonical(body),
    byline.map(({ role, name }) => [role, name]),
    [source.kind, source.name, source.unitId],
    category,
    coverUrl,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** 字数 of the body, as newsrooms count: title and deck are not paid by the word. */
export function charactersOf(content: Pick<StoryContent, 'body'>): number {
  return countsOf(content.body).characters
}

/** What the proofreader reads: title and deck first, then the body's blocks. */
export function proofDocument(content: Pick<StoryContent, 'title' | 'deck' | 'body'>) {
  const head = [
    { kind: 'title' as const, text: content.title },
    { kind: 'deck' as const, text: content.deck },
  ]
  return { blocks: [...head, ...blocksOf(content.body).map(({ kind, text }) => ({ kind, text }))] }
}

/** All words of a story, for the search index. */
export function searchText(content: {
  number: string
  title: string
  deck: string
  body: Body
  author_name: string
}): string {
  const body = blocksOf(content.body).map((block) => block.text)
  return [content.number, content.title, content.deck, content.author_name, ...body].join('\n')
}

const EARLIEST = Date.parse('2000-01-01T00:00:00Z')
const LATEST = Date.parse('2100-01-01T00:00:00Z')

/** Whether a text may be kept at all, in whatever state: its length, a planned time of this century, a cover that is a picture. */
export function isStorable(content: StoryContent): Verdict<'story.tooLong' | 'platform.invalid' | 'body.badPicture'> {
  const { plannedAt, coverUrl } = content
  const planned = plannedAt === null ? EARLIEST : Date.parse(plannedAt)
  return all<'story.tooLong' | 'platform.invalid' | 'body.badPicture'>(
    fitsLength(content),
    // Beyond these years an instant has no ISO form with four digits, and every list that shows it would fail.
    planned >= EARLIEST && planned < LATEST ? YES : no('platform.invalid'),
    !coverUrl || isPictureSource(coverUrl) ? YES : no('body.badPicture'),
  )
}

export function fitsLength(content: Pick<StoryContent, 'body'>): Verdict<'story.tooLong'> {
  let length = 0
  for (const block of blocksOf(content.body)) length += block.text.length
  return length > MOST_CHARACTERS ? no('story.tooLong') : YES
}

/** Whether there is something to review, and nothing that readers could not see. */
export function isComplete(content: StoryContent): Verdict<'story.empty' | 'story.externalPictures'> {
  const blocks = blocksOf(content.body)
  const pictures = picturesOf(content.body)
  if (content.title.trim() === '' || (blocks.every((block) => block.text.trim() === '') && pictures.length === 0))
    return no('story.empty')
  const shown = content.coverUrl ? [...pictures, content.coverUrl] : pictures
  return shown.every(isStoredFile) ? YES : no('story.externalPictures')
}

/** Addresses of the body's pictures in reading order. */
export function picturesOf(body: Body): string[] {
  const found: string[] = []
  const visit = (nodes: readonly unknown[]) => {
    for (const node of nodes as { type: string; attrs?: { src?: string }; content?: unknown[] }[]) {
      if (node.type === 'picture' && node.attrs?.src) found.push(node.attrs.src)
      if (node.content) visit(node.content)
    }
  }
  visit(body.content)
  return found
}
