import { readFileSync } from 'node:fs'
import type { Category } from '@rongmei/contract'

/** What can be written about one kind of event; the lines are patterns for `fill` in phrases.ts. */
export type Topic = {
  key: string
  category: Category
  /** Months (1–12) in which it happens. */
  months: readonly number[]
  /** Good for a short video too. */
  video: boolean
  /** The only year it belongs to; null: any. */
  year: number | null
  /** The category whose background sentences fit. */
  wider: string
  titles: string[]
  decks: string[]
  leads: string[]
  facts: string[]
  quotes: string[]
  ends: string[]
  list: { intro: string; items: string[] } | null
  table: { caption: string; rows: string[][] } | null
}

const FILES = ['spring', 'summer', 'autumn', 'always'] as const
const ALL = Array.from({ length: 12 }, (_, i) => i + 1)

/** Reads the topics: `= key category months [video] [only2022] [wider=category]`, then lines whose first sign says what they are. */
export function readTopics(): Topic[] {
  return FILES.flatMap((file) => {
    const text = readFileSync(new URL(`./texts/${file}.txt`, import.meta.url), 'utf8')
    return text
      .split(/^= /m)
      .filter((part) => part.trim() !== '')
      .map(parseTopic)
  })
}

function parseTopic(part: string): Topic {
  const [head = '', ...lines] = part.split('\n').filter((line) => line !== '')
  const [key = '', category = '', months = 'all', ...flags] = head.split(' ')
  const of = (sign: string) => lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2))
  const intro = of('I')[0]
  const caption = of('B')[0]
  const only = flags.find((flag) => flag.startsWith('only'))
  return {
    key,
    category: category as Category,
    months: months === 'all' ? ALL : months.split(',').map(Number),
    video: flags.includes('video'),
    year: only ? Number(only.slice(4)) : null,
    wider: flags.find((flag) => flag.startsWith('wider='))?.slice(6) ?? category,
    titles: of('T'),
    decks: of('D'),
    leads: of('L'),
    facts: of('F'),
    quotes: of('Q'),
    ends: of('E'),
    list: intro ? { intro, items: of('-') } : null,
    table: caption ? { caption, rows: of('|').map((row) => row.split(' | ')) } : null,
  }
}

/** Sentences that fit any story of a category: the wider picture behind the event. */
export function readBackground(): ReadonlyMap<string, string[]> {
  const text = readFileSync(new URL('./texts/background.txt', import.meta.url), 'utf8')
  const parts = text.split(/^= /m).filter((part) => part.trim() !== '')
  return new Map(
    parts.map((part) => {
      const [category = '', ...sentences] = part.trim().split('\n')
      return [category, sentences] as const
    }),
  )
}
