import { matches } from './scan.ts'
import { toRanges, type Ranges } from './ranges.ts'

/**
 * Stretches that are not Chinese prose: addresses of pages and mail, tags, code spans. Quantifiers are bounded so that a
 * hostile text costs linear time.
 */
const patterns = [
  /(?<![A-Za-z])(?:https?|ftp|rtmp|rtsp):\/\/[\w\-./?%&=#:@~+,;!*'()]{1,2000}/gi,
  /(?<![\w.])www\.[\w\-./?%&=#:@~+]{1,2000}/gi,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g,
  /`[^`\n]{1,300}`/g,
  /<\/?[A-Za-z][^<>\n]{0,300}>/g,
]

/** The stretches of a text in which no rule reports anything. */
export const masksOf = (text: string): Ranges => {
  const ranges: [number, number][] = []
  if (/[:@`<]|www/i.test(text)) {
    for (const pattern of patterns) {
      for (const match of matches(pattern, text)) ranges.push([match.index, match.index + match[0].length])
    }
  }
  return toRanges(ranges)
}
