import { type Block, type Body, blocksOf } from '@rongmei/body'
import type { Dice } from './dice.ts'

/** Words as they should be, and as hurried fingers write them: the proofreader knows each of these. */
export const TYPOS: readonly (readonly [string, string])[] = [
  ['已经', '己经'],
  ['部署', '布署'],
  ['社区', '杜区'],
  ['参与', '参予'],
  ['安装', '按装'],
  ['培训', '陪训'],
  ['设备', '设倍'],
  ['优惠', '忧惠'],
  ['优质', '忧质'],
  ['消防', '销防'],
  ['体育', '体肓'],
  ['教育', '教肓'],
  ['工具', '工俱'],
  ['气象', '气像'],
  ['每天', '每夭'],
  ['宣传', '喧传'],
  ['享受', '亨受'],
  ['共享', '共亨'],
  ['分享', '分亨'],
  ['计划', '计画'],
  ['辉煌', '挥煌'],
  ['治理', '冶理'],
  ['预计', '予计'],
  ['居民', '居民居民'],
  ['记者', '记者记者'],
  ['表示', '表示表示'],
  ['进行', '进行进行'],
  ['社区', '社区社区'],
  ['通过', '通过通过'],
  ['活动', '活动活动'],
  ['介绍', '介绍介绍'],
  ['提供', '提供提供'],
  ['的', '的的'],
  ['了', '了了'],
  ['在', '在在'],
  ['，', '，，'],
  ['，', ','],
  ['：', ':'],
]

/** A resident's number of the right form, of nobody: the day of birth lies before anybody alive. */
function idNumber(dice: Dice): string {
  const digits = `310227${1880 + dice.int(0, 9)}0${dice.int(1, 9)}1${dice.int(0, 9)}${dice.int(100, 999)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

export type Slipped = { body: Body; count: number }

/** Plants up to `wanted` slips that proofreading should find. */
export function plantSlips(dice: Dice, body: Body, wanted: number): Slipped {
  let count = 0
  let result = body
  for (let left = wanted; left > 0; left -= 1) {
    const next = plantOne(dice, result)
    if (next) {
      result = next
      count += 1
    }
  }
  return { body: result, count }
}

function plantOne(dice: Dice, body: Body): Body | null {
  const text = blocksOf(body)
    .map((block) => block.text)
    .join('\n')
  if (dice.chance(0.04)) return replaceOnce(dice, body, '说，', `（身份证号${idNumber(dice)}）说，`)
  if (dice.chance(0.25) && /（星期.）/.test(text)) return wrongWeekday(dice, body, text)
  const fitting = TYPOS.filter(([right, wrong]) => text.includes(right) && !text.includes(wrong))
  if (fitting.length === 0) return null
  const [right, wrong] = dice.pick(fitting)
  return replaceOnce(dice, body, right, wrong)
}

function wrongWeekday(dice: Dice, body: Body, text: string): Body | null {
  const right = /（星期.）/.exec(text)?.[0] ?? ''
  const others = ['一', '二', '三', '四', '五'].filter((day) => !right.includes(day))
  return replaceOnce(dice, body, right, `（星期${dice.pick(others)}）`)
}

/** Changes one occurrence in one paragraph. */
function replaceOnce(dice: Dice, body: Body, from: string, to: string): Body | null {
  const places = body.content.flatMap((block, at) => (plainText(block).includes(from) ? [at] : []))
  if (places.length === 0) return null
  const place = dice.pick(places)
  return {
    ...body,
    content: body.content.map((block, at) =>
      at === place ? withText(block, plainText(block).replace(from, to)) : block,
    ),
  }
}

const plainText = (block: Block): string =>
  block.type === 'paragraph' ? (block.content ?? []).map((run) => (run.type === 'text' ? run.text : '')).join('') : ''

const withText = (block: Block, text: string): Block =>
  block.type === 'paragraph' ? { ...block, content: [{ type: 'text', text }] } : block

export type Misprint = { body: Body; wrong: string; right: string }

/** A number that is simply wrong: no machine can know, so it goes out and has to be corrected. Null where there is none. */
export function plantMisprint(dice: Dice, body: Body): Misprint | null {
  for (const block of dice.some(body.content, body.content.length)) {
    const found = /(\d{2,4})(名|人|户|份|件)(?=[，。、\u4e00-\u9fff])/.exec(plainText(block))
    if (!found) continue
    const right = found[0]
    const wrong = `${Number(found[1]) + dice.int(1, 8) * 10}${found[2]}`
    const changed = replaceOnce(dice, body, right, wrong)
    if (changed) return { body: changed, wrong, right }
  }
  return null
}
