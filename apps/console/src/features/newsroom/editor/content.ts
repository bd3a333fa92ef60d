import { type Body, type BodyRefusal, parseBody } from '@rongmei/body'
import type { Story, StoryContent } from '@rongmei/contract'

/** The longest story the server takes, in characters of its text. */
export const LONGEST_TEXT = 500_000
export const LONGEST_TITLE = 120
export const LONGEST_DECK = 300

/** Everything of a story's content but its words. */
export type Facts = Omit<StoryContent, 'title' | 'deck' | 'body'>

export const factsOf = ({ kind, byline, source, category, plannedAt, coverUrl }: StoryContent | Story): Facts => ({
  kind,
  byline,
  source,
  category,
  plannedAt,
  coverUrl,
})

export const contentOf = (story: Story | StoryContent): StoryContent => ({
  ...factsOf(story),
  title: story.title,
  deck: story.deck,
  body: story.body,
})

export const sameContent = (one: StoryContent, other: StoryContent): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other))

/** Text that cannot be saved as it stands; the message is for the writer. */
export class Unsavable extends Error {}

const WHY: Partial<Record<BodyRefusal, string>> = {
  'body.tooLong': '正文太长，请分成几篇',
  'body.tooManyNodes': '段落和格式太多，请分成几篇',
  'body.tooManyCells': '表格太大，请拆成几个',
  'body.tooDeep': '列表或表格套得太深，请拆开',
  'body.badLink': '有一个链接地址不对，请改好或去掉',
  'body.badPicture': '有一张图片地址不对，请换一张',
  'body.pictureNotUploaded': '还有图片没有传完，传完会自动保存',
}

/** The content to send, checked as the server will check it. Throws {@link Unsavable}. */
export function checked(facts: Facts, title: string, deck: string, json: unknown): StoryContent {
  if (title.length > LONGEST_TITLE) throw new Unsavable(`标题最多 ${LONGEST_TITLE} 字，现在 ${title.length} 字`)
  if (deck.length > LONGEST_DECK) throw new Unsavable(`副题最多 ${LONGEST_DECK} 字，现在 ${deck.length} 字`)
  const parsed = parseBody(json)
  if (!parsed.ok) throw new Unsavable(WHY[parsed.why] ?? '正文里有不认识的内容，请撤销最近的改动，或改用“粘贴为纯文本”')
  const names = facts.byline.filter((one) => one.name.trim() !== '')
  return { ...facts, byline: names, title, deck, body: parsed.body }
}

/** Addresses of pictures that still stand on other people's sites. */
export function externalPictures(body: Body): string[] {
  const found: string[] = []
  const walk = (nodes: readonly unknown[]) => {
    for (const node of nodes) {
      const { type, attrs, content } = node as { type: string; attrs?: { src?: string }; content?: unknown[] }
      if (type === 'picture' && attrs?.src && !attrs.src.startsWith('/files/')) found.push(attrs.src)
      if (content && type !== 'paragraph' && type !== 'heading') walk(content)
    }
  }
  walk(body.content)
  return found
}

/** Addresses of the pictures of a body that are in our store, in order: what a cover is picked from. */
export function storedPictures(json: unknown): string[] {
  const found: string[] = []
  const walk = (node: { type?: string; attrs?: { src?: string }; content?: unknown[] }) => {
    if (node.type === 'picture' && node.attrs?.src?.startsWith('/files/')) found.push(node.attrs.src)
    for (const child of node.content ?? []) walk(child as Parameters<typeof walk>[0])
  }
  walk(json as Parameters<typeof walk>[0])
  return [...new Set(found)]
}
