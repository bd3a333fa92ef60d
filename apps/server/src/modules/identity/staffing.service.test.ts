import { Decimal } from '@rongmei/kit'
import { afterAll, expect, test } from 'vitest'
import { BEGIN, testWorld } from '../../testing/world.ts'
import { addPerson } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { addUnit, changeUnit } from './unit.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())
const { clock, system } = centre
const compute = (year: number) => system.measures.compute(system, 'identity.staffing', { year })
let no = 0
async function hire(unitId: string | null): Promise<string> {
  no += 1
  const input = { account: `p${no}`, name: `员工${no}`, unitId, roles: ['reporter' as const], post: '' }
  return (await addPerson(system, input)).person.id
}

test('staffing of a past year follows who belonged where and how many posts there were', async () => {
  expect(await compute(2023)).toMatchObject({ value: null, coverage: 0, facts: [] })
  expect(clock.now()).toBe(BEGIN) // 1 March
  const news = await addUnit(system, { name: '新闻部', kind: 'department', parentId: null, establishment: 4 })
  const town = await addUnit(system, { name: '新桥分中心', kind: 'subCentre', parentId: null, establishment: 1 })
  await addUnit(system, { name: '共建单位', kind: 'partner', parentId: null, establishment: 0 })
  const people = [await hire(news.id), await hire(news.id), await hire(news.id), await hire(town.id)]
  await hire(null)
  // March to June: 3 ÷ 4 and 1 ÷ 1
  clock.set(Date.parse('2023-07-10T02:00:00Z'))
  await hire(news.id)
  await changePerson(system, people[3] ?? '', { rev: 0, state: 'left' })
  // July and August: 4 ÷ 4 and 0 ÷ 1
  clock.set(Date.parse('2023-09-30T02:00:00Z'))
  await changeUnit(system, news.id, { rev: 0, establishment: 8 })
  await changeUnit(system, town.id, { rev: 0, active: false })
  // from the last day of September: 4 ÷ 8
  const running = await compute(2023)
  expect(running.coverage).toBeCloseTo(7 / 12)
  clock.set(Date.parse('2024-05-01T02:00:00Z'))
  await changePerson(system, people[0] ?? '', { rev: 0, state: 'left' })

  const year = await compute(2023)
  // (4 × 4÷5 + 2 × 4÷5 + 4 × 4÷8) ÷ 10
  expect(year.value?.toString()).toBe('0.68')
  expect(year.coverage).toBeCloseTo(10 / 12)
  expect(year.coverageNote).toBe('2023 年 12 个月末中，10 个有核定人数可比')
  expect(year.working).toBe(
    '各月末在岗 ÷ 核定：3 月 4 ÷ 5，4 月 4 ÷ 5，5 月 4 ÷ 5，6 月 4 ÷ 5，7 月 4 ÷ 5，8 月 4 ÷ 5，9 月 4 ÷ 8，10 月 4 ÷ 8，11 月 4 ÷ 8，12 月 4 ÷ 8；10 个月平均 68.00%',
  )
  expect(year.facts.map((fact) => [fact.label, fact.href, fact.id])).toEqual([
    ['新桥分中心', '/units', town.id],
    ['新闻部', '/units', news.id],
  ])
  expect(year.facts[0]?.note).toBe('月末在岗 ÷ 核定：3 月 1÷1，4 月 1÷1，5 月 1÷1，6 月 1÷1，7 月 0÷1，8 月 0÷1')
  expect((await compute(2022)).value).toBeNull()
  expect((await compute(2024)).value?.toFixed(4)).toBe(new Decimal(0.5).toFixed(4))
})

test('a year must be a year', async () => {
  await expect(system.measures.compute(system, 'identity.staffing', { year: '去年' })).rejects.toEqual(
    expect.objectContaining({ key: 'indicator.badParams' }),
  )
})
