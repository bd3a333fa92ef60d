/** A formula taken apart. Names are the operands `a` … `f`, each a measure. */
export type Expression =
  | { kind: 'number'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'minus'; of: Expression }
  | { kind: 'pair'; op: Operation; left: Expression; right: Expression }

export type Operation = '+' | '−' | '×' | '÷'

/** `names`: the operands used, each once, in order of first use. `why`: a Chinese sentence for the person who typed it. */
export type Parsed = { ok: true; expression: Expression; names: string[] } | { ok: false; why: string }

/** A formula that a person can still read on one line of the form. */
export const MOST_CHARACTERS = 200
const DEEPEST = 20

type Token = { text: string; at: number }

/**
 * Reads a formula of numbers, operands, + − × ÷ and brackets, in half- or full-width signs. Our own small language:
 * nothing in it can call, look up or loop.
 *
 * @example parseExpression('a ÷ (a + b)')
 */
export function parseExpression(text: string): Parsed {
  if (text.length > MOST_CHARACTERS) return { ok: false, why: `公式太长，最多 ${MOST_CHARACTERS} 个字符` }
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return tokens
  if (tokens.length === 0) return { ok: false, why: '请写出公式，例如 a ÷ (a + b)' }
  try {
    const reader = makeReader(tokens)
    const expression = reader.sum(0)
    const rest = reader.peek()
    if (rest) throw new Mistake(`第 ${rest.at} 个字符「${rest.text}」放错了地方`)
    return { ok: true, expression, names: [...new Set(tokens.flatMap(({ text: one }) => (NAME.test(one) ? one : [])))] }
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, why: error.message }
    throw error
  }
}

const NAME = /^[a-f]$/
const NUMBER = /^\d{1,12}(\.\d{1,8})?$/
const SIGNS: Record<string, string> = { '-': '−', '–': '−', '*': '×', '/': '÷' }

/** Ends the reading of one formula; never leaves this file. */
class Mistake extends Error {}

function tokensOf(text: string): Token[] | { ok: false; why: string } {
  const tokens: Token[] = []
  const shape = /\s+|[a-zA-Z]+|[\d.]+|./gu
  // Each character on its own, so that places stay those of the text as typed.
  const plain = Array.from(text, (sign) => sign.normalize('NFKC')).join('')
  for (const match of plain.matchAll(shape)) {
    const sign = SIGNS[match[0]] ?? match[0].toLowerCase()
    if (sign.trim() === '') continue
    const at = match.index + 1
    if (/^[a-z]+$/.test(sign) && !NAME.test(sign)) return { ok: false, why: `「${match[0]}」不是操作数，请用 a 到 f` }
    if (/^[\d.]/.test(sign) && !NUMBER.test(sign)) return { ok: false, why: `「${match[0]}」不是可用的数字` }
    if (!NAME.test(sign) && !NUMBER.test(sign) && !'+−×÷()'.includes(sign)) {
      return { ok: false, why: `第 ${at} 个字符「${match[0]}」不认识；只能用数字、a–f、+ − × ÷ 和括号` }
    }
    tokens.push({ text: sign, at })
  }
  return tokens
}

function makeReader(tokens: readonly Token[]) {
  let at = 0
  const peek = () => tokens[at]
  const is = (...signs: string[]) => signs.includes(peek()?.text ?? '')
  const take = () => tokens[at++]

  const pairs = (signs: Operation[], part: (depth: number) => Expression) => (depth: number) => {
    let left = part(depth)
    while (is(...signs)) left = { kind: 'pair', op: take()?.text as Operation, left, right: part(depth) }
    return left
  }
  const sum: (depth: number) => Expression = pairs(['+', '−'], (depth) => product(depth))
  const product = pairs(['×', '÷'], (depth) => single(depth))
  const single = (depth: number): Expression => {
    if (depth > DEEPEST) throw new Mistake('括号套得太深')
    const token = take()
    if (!token) throw new Mistake('公式没有写完')
    if (token.text === '−') return { kind: 'minus', of: single(depth + 1) }
    if (token.text === '(') {
      const inner = sum(depth + 1)
      if (take()?.text !== ')') throw new Mistake('括号没有配对')
      return inner
    }
    if (NAME.test(token.text)) return { kind: 'name', name: token.text }
    if (NUMBER.test(token.text)) return { kind: 'number', text: token.text }
    throw new Mistake(`第 ${token.at} 个字符「${token.text}」放错了地方`)
  }
  return { sum, peek }
}

const STRENGTH: Record<Operation, number> = { '+': 1, '−': 1, '×': 2, '÷': 2 }

/**
 * The formula in one way of writing, with operands as `show` gives them: their names, or their numbers.
 *
 * @example printExpression(parsed, (name) => name) // 'a ÷ (a + b)'
 */
export function printExpression(node: Expression, show: (name: string) => string): string {
  if (node.kind === 'number') return node.text
  if (node.kind === 'name') return show(node.name)
  if (node.kind === 'minus') return `−${bracketed(node.of, show, 3)}`
  const strength = STRENGTH[node.op]
  // a − (b − c) and a ÷ (b × c) need their brackets, a + b + c does not.
  const right = bracketed(node.right, show, node.op === '+' || node.op === '×' ? strength : strength + 1)
  return `${bracketed(node.left, show, strength)} ${node.op} ${right}`
}

function bracketed(node: Expression, show: (name: string) => string, atLeast: number): string {
  const weak = node.kind === 'pair' && STRENGTH[node.op] < atLeast
  const text = printExpression(node, show)
  return weak ? `(${text})` : text
}
