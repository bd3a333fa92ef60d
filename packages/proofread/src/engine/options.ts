import { parseDay } from '../text/calendar.ts'
import { buildAutomaton } from '../text/automaton.ts'
import { toRanges, type Ranges } from '../text/ranges.ts'
import type { CheckOptions, RuleSetting } from '../types.ts'

const maxEntries = 50_000
const maxEntryLength = 200

const checkList = (label: string, entries: readonly string[]) => {
  if (entries.length > maxEntries)
    throw new RangeError(`${label}过多：共 ${entries.length} 条，最多 ${maxEntries} 条。`)
  const long = entries.find((entry) => entry.length > maxEntryLength)
  if (long !== undefined) throw new RangeError(`${label}中有超过 ${maxEntryLength} 字的条目：${long.slice(0, 20)}…`)
}

const checkDay = (label: string, value: string | undefined) => {
  if (value !== undefined && !parseDay(value))
    throw new RangeError(`${label}“${value}”不是有效日期，应写作 YYYY-MM-DD。`)
}

/** Throws a RangeError with a Chinese message when a list is too large or a date is malformed. */
export const validateOptions = (options: CheckOptions): void => {
  checkDay('发稿日期', options.publishedOn)
  checkList('自用词', options.words ?? [])
  checkList(
    '人员名单',
    (options.roster ?? []).flatMap((entry) => [entry.name, entry.title, ...(entry.aliases ?? [])]),
  )
  checkList(
    '机构名单',
    (options.organisations ?? []).flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]),
  )
  checkList(
    '固定提法',
    (options.phrases ?? []).flatMap((entry) => [entry.right, ...entry.wrong]),
  )
  for (const entry of [...(options.roster ?? []), ...(options.organisations ?? [])]) {
    checkDay(`${entry.name}的起始日期`, entry.validFrom)
    checkDay(`${entry.name}的终止日期`, entry.validTo)
  }
}

/** The setting shared by all rules of one checker. */
export const createSetting = (options: CheckOptions): RuleSetting => {
  const kept = new Map<string, unknown>()
  return {
    options,
    memo<T>(key: string, build: (options: CheckOptions) => T): T {
      if (!kept.has(key)) kept.set(key, build(options))
      return kept.get(key) as T
    },
  }
}

/** Where the centre's own words stand in a text. */
export const ownWords = (options: CheckOptions): ((text: string) => Ranges) => {
  const words = (options.words ?? []).map((word) => word.trim()).filter((word) => word !== '')
  if (words.length === 0) return () => toRanges([])
  const automaton = buildAutomaton(words)
  return (text) => {
    const ranges: [number, number][] = []
    automaton.scan(text, (_, start, end) => ranges.push([start, end]))
    return toRanges(ranges)
  }
}
