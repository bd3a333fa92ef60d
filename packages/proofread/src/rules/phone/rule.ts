import { draftsOf } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const mobile = /(?<![0-9A-Za-z.*-])(?:\+?86[ -]?)?(1[3-9][0-9])([ -]?)([0-9]{4})\2([0-9]{4})(?![0-9A-Za-z*])/g
const landline = /(?<![0-9A-Za-z.*-])([（(]?0(?:10|2[0-9]|[3-9][0-9]{2})[）)]?[- —]?)([2-8][0-9]{6,7})(?![0-9A-Za-z*])/g

/** Numbers printed to be rung: hotlines, enquiries, registration. */
const isPublic =
  /(?:热线|咨询|联系|电话|报名|订|客服|举报|投诉|监督|服务|预约|值班|爆料|征稿|投稿|邮购|Tel|TEL)[^。；\n]{0,16}$/

export const rule: Rule = {
  id: 'phone',
  class: '隐私',
  name: '电话号码外露',
  basis: '《民法典》第一千零三十四条；《个人信息保护法》第四条',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['13812345678→138****5678'],
  run: ({ text }) => [
    ...draftsOf(mobile, text, (match) => {
      const shown = isPublic.test(text.slice(Math.max(0, match.index - 24), match.index))
      return {
        suggestions: [`${match[1]}****${match[4]}`],
        explanation: shown ? '文中出现手机号码，请确认可以公开。' : '文中出现手机号码，涉及个人隐私，应隐去。',
        ...(shown ? { severity: '提示', confidence: 0.6 } : {}),
      }
    }),
    ...draftsOf(landline, text, (match) => ({
      suggestions: [],
      explanation: '文中出现固定电话号码，请核对号码并确认可以公开。',
      severity: '提示',
      confidence: isPublic.test(text.slice(Math.max(0, match.index - 24), match.index)) ? 0.4 : 0.7,
    })),
  ],
}
