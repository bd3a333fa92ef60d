import type { Block, Body, Cell } from '@rongmei/body'
import type { Category } from '@rongmei/contract'
import type { Day } from '@rongmei/kit'
import type { Dice } from './dice.ts'
import { fill, makeSetting, type Setting } from './phrases.ts'
import { readBackground, type Topic } from './topics.ts'

export type Picture = { url: string; width: number; height: number }
export type Written = { title: string; deck: string; category: Category; body: Body; paragraphs: string[] }

const HEADINGS = [
  '现场：{com}的一天',
  '细节里见用心',
  '变化就在身边',
  '居民怎么看',
  '一件一件落到实处',
  '背后的功夫',
  '{town}的做法',
]
const CAPTIONS = ['{town}{com}一角。', '活动现场附近的景色。', '{town}一景。', '{village}风光。', '{road}沿线。']
const TRIES = 60
const background = readBackground()

/** Writes stories of which no two share a paragraph; a title comes again only where a yearly event has no other. */
export function makeWriter(dice: Dice, seen: Set<string> = new Set()) {
  return (
    topic: Topic,
    at: { day: Day; town: string; kind: 'article' | 'video'; picture: Picture | null },
  ): Written => {
    for (let left = TRIES; left > 0; left -= 1) {
      const setting = makeSetting(dice, at.day, at.town)
      const written = compose(dice, topic, setting, at)
      const fresh = left < TRIES / 2 || !seen.has(written.title)
      if (fresh && written.paragraphs.every((paragraph) => !seen.has(paragraph))) {
        for (const text of [written.title, ...written.paragraphs]) seen.add(text)
        return written
      }
    }
    throw new Error(`topic ${topic.key} has run out of new things to say`)
  }
}

function compose(
  dice: Dice,
  topic: Topic,
  setting: Setting,
  at: { kind: 'article' | 'video'; picture: Picture | null },
): Written {
  const say = (pattern: string) => fill(dice, pattern, setting)
  // Title, deck and lead of one place in their lists belong together: they tell of the same event.
  const turn = dice.int(0, topic.leads.length - 1)
  const turned = (patterns: readonly string[]) => say(patterns[turn % patterns.length] ?? '')
  const video = at.kind === 'video'
  const facts = dice.some(topic.facts, video ? 5 : topic.facts.length).map(say)
  const quotes = dice.some(topic.quotes, video ? 2 : 3).map(say)
  const texts = paragraphsOf(dice, turned(topic.leads), facts, quotes, say(dice.pick(topic.ends)))
  if (!video) {
    const wider = dice.some(background.get(topic.wider) ?? [], dice.int(2, 6)).map(say)
    texts.splice(-1, 0, ...chunks(wider))
  }
  const blocks: Block[] = texts.map(paragraph)
  if (at.picture && (video || dice.chance(0.7))) blocks.splice(1, 0, picture(at.picture, say(dice.pick(CAPTIONS))))
  if (!video) extras(dice, topic, blocks, say)
  const title = turned(topic.titles)
  return {
    title: video ? `微镜头｜${title}` : title,
    deck: turned(topic.decks),
    category: topic.category,
    body: { type: 'doc', content: blocks },
    paragraphs: texts,
  }
}

/** Lead, then facts and voices in turn; the end never stands alone, because it has no numbers that tell it apart. */
function paragraphsOf(dice: Dice, lead: string, facts: string[], quotes: string[], end: string): string[] {
  const texts = [lead + (facts.shift() ?? '')]
  while (facts.length > 1) {
    const quote = quotes.shift()
    const fact = facts.shift() ?? ''
    if (quote) texts.push(dice.chance(0.5) ? quote + fact : fact + quote)
    else texts.push(fact + (facts.length > 1 ? (facts.shift() ?? '') : ''))
  }
  texts.push((facts[0] ?? '') + end)
  return texts
}

/** Sentences by twos: a paragraph of news has about that many. */
function chunks(sentences: string[]): string[] {
  return sentences.flatMap((one, at) => (at % 2 === 0 ? [one + (sentences[at + 1] ?? '')] : []))
}

/** Now and then a subheading; the topic's list or table where it has one. */
function extras(dice: Dice, topic: Topic, blocks: Block[], say: (pattern: string) => string): void {
  if (topic.table && dice.chance(0.7))
    blocks.splice(-1, 0, paragraph(say(topic.table.caption)), tableOf(topic.table.rows, say))
  if (topic.list && dice.chance(0.75)) {
    const items = topic.list.items.filter(() => dice.chance(0.85)).map((item) => paragraph(say(item)))
    if (items.length > 1)
      blocks.splice(-1, 0, paragraph(say(topic.list.intro)), {
        type: 'bulletList',
        content: items.map((item) => ({ type: 'listItem', content: [item] })),
      })
  }
  if (blocks.length > 4 && dice.chance(0.35)) {
    const [first = '', second = ''] = dice.some(HEADINGS, 2).map(say)
    blocks.splice(blocks.length - 1, 0, heading(second))
    blocks.splice(2, 0, heading(first))
  }
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const picture = ({ url, width, height }: Picture, caption: string): Block => ({
  type: 'picture',
  attrs: { src: url, alt: caption, caption, width, height },
})

function tableOf(rows: string[][], say: (pattern: string) => string): Block {
  const cell = (type: Cell['type'], text: string): Cell => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(say(text))],
  })
  return {
    type: 'table',
    content: rows.map((row, at) => ({
      type: 'tableRow',
      content: row.map((text) => cell(at === 0 ? 'tableHeader' : 'tableCell', text)),
    })),
  }
}
