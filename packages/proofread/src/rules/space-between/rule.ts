import { draftsOf, han, isProse } from '../../text/scan.ts'
import type { Rule } from '../../types.ts'

const between = new RegExp(`(?<=[${han}])[ \\u00a0]{1,8}(?=[${han}])`, 'g')
const aroundMark = new RegExp(
  `(?<=[${han}”》）])[ \\u00a0]{1,8}(?=[，。；：、！？”》）])|(?<=[，。；：、！？“《（])[ \\u00a0]{1,8}(?=[${han}“《])`,
  'g',
)
const hanOnly = new RegExp(`^[${han}]{1,4}$`)

/** Spaces part the names of a byline or a list (记者 张三 李四): a chain of short words between spaces, or a role before a name. */
const isNameList = (text: string, at: number, end: number) => {
  const before =
    text
      .slice(Math.max(0, at - 12), at)
      .split(/[^一-鿿]/)
      .at(-1) ?? ''
  const after = text.slice(end, end + 12).split(/[^一-鿿]/)[0] ?? ''
  return (
    /^[一-鿿]{2,4}[：:]/.test(text.slice(end, end + 6)) ||
    (hanOnly.test(before) && hanOnly.test(after)) ||
    /(?:记者|通讯员|作者|编辑|摄影|摄|文|图|编|校|责编|讯|电|实习生|见习)$/.test(before)
  )
}

export const rule: Rule = {
  id: 'space-between',
  class: '标点',
  name: '中文之间的空格',
  basis: '《标点符号用法》（GB/T 15834—2011） 第5章；中文排版惯例',
  severity: '建议',
  confidence: 0.75,
  scope: 'block',
  examples: ['今天 天气晴好→今天天气晴好'],
  run: ({ text, kind }) => {
    if (!isProse(kind) || !/[，。；！？]/.test(text)) return []
    return [
      ...draftsOf(between, text, (match) => {
        if (isNameList(text, match.index, match.index + match[0].length)) return undefined
        return { suggestions: ['', '，'], explanation: '汉字之间不用空格；如表示停顿应使用标点。' }
      }),
      ...draftsOf(aroundMark, text, () => ({
        suggestions: [''],
        explanation: '中文标点前后不加空格。',
        severity: '提示',
      })),
    ]
  },
}
