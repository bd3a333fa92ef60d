import { dayExists } from '../../text/calendar.ts'
import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

/** First two digits: provinces and their like (GB/T 2260). */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of GB 11643—1999: ISO 7064, MOD 11-2. */
const checkCharacter = (digits: string) =>
  '10X98765432'.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)

const bornOn = (text: string) => {
  const day = { year: Number(text.slice(0, 4)), month: Number(text.slice(4, 6)), day: Number(text.slice(6, 8)) }
  return day.year >= 1900 && day.year <= 2100 && dayExists(day)
}

const mask = (number: string) => `${number.slice(0, 3)}${'*'.repeat(number.length - 4)}${number.slice(-1)}`

export const rule: Rule = {
  id: 'id-card',
  class: '隐私',
  name: '公民身份号码外露',
  basis: '《民法典》第一千零三十四条；GB 11643—1999',
  severity: '必须改',
  confidence: 0.99,
  scope: 'block',
  examples: ['11010519491231002X→110**************X'],
  run: ({ text }) => [
    ...draftsOf(/(?<![0-9A-Za-z])[0-9]{6} ?[0-9]{8} ?[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g, text, (match) => {
      const number = match[0].replaceAll(' ', '')
      if (!regions.has(number.slice(0, 2)) || !bornOn(number.slice(6, 14))) return undefined
      const sound = checkCharacter(number) === number.slice(17).toUpperCase()
      return {
        suggestions: [mask(number)],
        explanation: sound
          ? '文中出现完整的公民身份号码，涉及个人隐私，应隐去。'
          : '文中出现疑似公民身份号码（校验码不符），涉及个人隐私，应隐去并核对。',
        ...(sound ? {} : { severity: '建议', confidence: 0.8 }),
      }
    }),
    ...draftsOf(/(?<=身份证[^，。；\n]{0,8})(?<![0-9A-Za-z])[0-9]{15}(?![0-9A-Za-z])/g, text, (match) => {
      if (!regions.has(match[0].slice(0, 2)) || !bornOn(`19${match[0].slice(6, 12)}`)) return undefined
      return {
        suggestions: [mask(match[0])],
        explanation: '文中出现15位旧身份证号码，涉及个人隐私，应隐去。',
        confidence: 0.9,
      }
    }),
  ],
}
