import { Decimal } from '@rongmei/kit'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluation.ts'
import { parseExpression, printExpression } from './expression.ts'
import { checkUnits, unitFrom, unitProblem, unitText } from './units.ts'

const values = new Map<string, Decimal | null>([
  ['a', new Decimal(812)],
  ['b', new Decimal(22)],
  ['c', new Decimal(0)],
  ['d', null],
])
const units = new Map([
  ['a', unitFrom('次')],
  ['b', unitFrom('次')],
  ['c', unitFrom('月')],
  ['d', unitFrom('%')],
])
function parsed(text: string) {
  const result = parseExpression(text)
  if (!result.ok) throw new Error(result.why)
  return result
}

describe('a formula', () => {
  it.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 − 4 − 3', '3'],
    ['100 ÷ 10 ÷ 5', '2'],
    ['-a + 1000', '188'],
    ['2 − −3', '5'],
    ['（ａ＋ｂ）＊２', '1668'],
    ['a/(a+b)*100', '97.362110311750599520'],
    ['0.1 + 0.2', '0.3'],
  ])('%s is %s', (text, value) => {
    const worked = evaluate(parsed(text).expression, values)
    expect(worked.ok && worked.value.toPrecision(20)).toBe(new Decimal(value).toPrecision(20))
  })
  it.each([
    ['a ÷ c', '除数为 0'],
    ['a ÷ (b − 22)', '除数为 0'],
    ['a + d', 'd 没有可计算的记录'],
  ])('%s has no value: %s', (text, why) => {
    expect(evaluate(parsed(text).expression, values)).toEqual({ ok: false, why })
  })
  it.each([
    ['', '请写出公式'],
    ['a +', '没有写完'],
    ['(a', '没有配对'],
    ['a b', '放错了地方'],
    ['a)', '放错了地方'],
    ['× a', '放错了地方'],
    ['g + 1', '请用 a 到 f'],
    ['alert(1)', '请用 a 到 f'],
    ['a ^ 2', '不认识'],
    ['1.2.3', '不是可用的数字'],
    ['a[0]', '不认识'],
    ['('.repeat(50), '太深'],
    ['a+'.repeat(150), '太长'],
  ])('%j is refused', (text, why) => {
    const result = parseExpression(text)
    expect(result.ok ? '' : result.why).toContain(why)
  })
  it('names its operands once', () => expect(parsed('b + a × b').names).toEqual(['b', 'a']))
  it.each([
    ['a/(a+b)', 'a ÷ (a + b)'],
    ['((a))+(b)', 'a + b'],
    ['a-(b-c)', 'a − (b − c)'],
    ['(a-b)-c', 'a − b − c'],
    ['-(a+b)*2', '−(a + b) × 2'],
  ])('%s is printed %s', (text, printed) => {
    expect(printExpression(parsed(text).expression, (name) => name)).toBe(printed)
  })
})

describe('units', () => {
  it.each([
    ['a ÷ (a + b)', ''],
    ['a + b', '次'],
    ['a ÷ c', '次/月'],
    ['a + 5', '次'],
    ['a × d', '次'],
    ['a × b', '次^2'],
    ['1 ÷ c', '1/月'],
    ['1 − d', ''],
  ])('%s is in %j', (text, unit) => {
    const check = checkUnits(parsed(text).expression, units)
    expect(check.ok && unitText(check.unit)).toBe(unit)
  })
  it('refuses to add what differs, in a sentence', () => {
    expect(checkUnits(parsed('a + c').expression, units)).toEqual({
      ok: false,
      why: '「a」的单位是次，「c」的单位是月，单位不同，不能相加',
    })
  })
  it.each([
    ['>=95%', '97.35%', null],
    ['良好', '97.35%', null],
    ['12个月', '9个月', null],
  ])('%s goes with %s', (target, value, problem) => expect(unitProblem(target, value)).toBe(problem))
  it('says what does not go together', () => expect(unitProblem('12个月', '97.35%')).toContain('两者不能比较'))
})
