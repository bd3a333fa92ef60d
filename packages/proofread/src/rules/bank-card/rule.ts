import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const card = /(?<![0-9A-Za-z.*])(?:62|4[0-9]|5[1-5])[0-9]{2}(?: ?[0-9]{4}){3}(?: ?[0-9]{1,3})?(?![0-9A-Za-z*])/g
const isPublic = /(?:捐款|捐赠|募捐|专户|对公|账户名|户名)[^。\n]{0,60}$/

/** Luhn's check (ISO/IEC 7812-1): every second digit from the right doubled, the sum a multiple of ten. */
const passesLuhn = (digits: string) => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

export const rule: Rule = {
  id: 'bank-card',
  class: '隐私',
  name: '银行卡号外露',
  basis: '《个人信息保护法》第二十八条（金融账户属敏感个人信息）；ISO/IEC 7812-1',
  severity: '必须改',
  confidence: 0.95,
  scope: 'block',
  examples: ['6222021001112345670→6222***********5670'],
  run: ({ text }) =>
    draftsOf(card, text, (match) => {
      const digits = match[0].replaceAll(' ', '')
      if (!passesLuhn(digits)) return undefined
      const shown = isPublic.test(text.slice(Math.max(0, match.index - 80), match.index))
      return {
        suggestions: [`${digits.slice(0, 4)}${'*'.repeat(digits.length - 8)}${digits.slice(-4)}`],
        explanation: shown ? '文中出现银行账号，请确认可以公开并核对。' : '文中出现银行卡号，涉及个人隐私，应隐去。',
        ...(shown ? { severity: '提示', confidence: 0.6 } : {}),
      }
    }),
}
