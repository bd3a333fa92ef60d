import type { NewPayment, ProjectBudget } from '@rongmei/contract'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { finishImport, startImport } from '../appraisal/index.ts'
import { GOLDEN } from '../appraisal/appraisal.fixture.ts'
import { decideAdjustment, proposeAdjustment } from './adjustment.service.ts'
import { getBudget, listBudgets, setPlan } from './budget.service.ts'
import { exportBudgets, paymentTemplate } from './export.service.ts'
import { finishPaymentImport, startPaymentImport } from './import.service.ts'
import { addPayment, getPayment, listPayments, supersedePayment } from './payment.service.ts'

const test = await testWorld()
const PROJECT = '设备购置'
let finance: Ctx
let director: Ctx
let id = ''
beforeAll(async () => {
  test.clock.set(Date.parse('2023-11-20T02:00:00Z'))
  const preview = await startImport(test.system, GOLDEN)
  await finishImport(test.system, preview.id, { names: preview.forms.map((form) => form.name), replace: false })
  finance = await test.as('郑财务', 'finance')
  director = await test.as('冯主任', 'director')
  id = (await listBudgets(finance, {})).items.find((row) => row.name === PROJECT)?.projectId ?? ''
})
afterAll(() => test.close())

const pay = (input: Partial<NewPayment> = {}): NewPayment => ({
  paidOn: '2023-05-08',
  fen: '30000000',
  source: 'appropriation',
  payee: 'company',
  purpose: '摄像机三台',
  contract: 'CG-2023-07',
  voucher: '0507',
  file: null,
  overReason: '',
  ...input,
})
const change = {
  source: 'appropriation' as const,
  date: '2023-11-15',
  reason: '年底按实际收回',
  document: '财预〔2023〕88号',
}
const keyed = (key: string) => ({ key })

describe('年初预算', () => {
  it('starts from what the form prints and is entered once; a correction needs a reason', async () => {
    const before = await getBudget(finance, id)
    expect(before).toMatchObject({ rev: 0, flags: ['noPlan'], executionRate: null, printed: [{ fen: '126000000' }] })
    const plan = { rev: 0, lines: before.printed, document: '松财预〔2023〕1号', reason: '' }
    expect(await setPlan(finance, id, plan)).toMatchObject({
      rev: 1,
      initialFen: '126000000',
      adjustedFen: '126000000',
    })
    await expect(setPlan(finance, id, plan)).rejects.toMatchObject(keyed('plan.moved'))
    await expect(setPlan(finance, id, { ...plan, rev: 1 })).rejects.toMatchObject(keyed('plan.reasonNeeded'))
    const twice = [...before.printed, ...before.printed]
    await expect(setPlan(finance, id, { ...plan, lines: twice })).rejects.toMatchObject(keyed('plan.sameSource'))
  })
  it.each([
    ['a reporter', 'reporter', 'ability.missing'],
    ['the director', 'director', 'ability.missing'],
    ['an auditor', 'auditor', 'ability.readOnly'],
  ] as const)('%s may not enter it', async (name, role, key) => {
    const plan = { rev: 1, lines: [], document: '无', reason: '试试看' }
    await expect(setPlan(await test.as(`某${name}`, role), id, plan)).rejects.toMatchObject(keyed(key))
  })
})

describe('支付', () => {
  it('is recorded, counted in both rates and in its month', async () => {
    await addPayment(finance, id, pay())
    const budget = await getBudget(finance, id)
    expect(budget).toMatchObject({ executedFen: '30000000', executionRate: '0.238095', initialRate: '0.238095' })
    expect(budget.months[4]).toMatchObject({ paidFen: '30000000', totalFen: '30000000', evenFen: '52500000' })
    expect(budget.months[11]?.begun).toBe(false)
  })
  it.each([
    ['the same voucher', { fen: '100' }, 'payment.sameVoucher'],
    ['another year', { paidOn: '2022-12-31', voucher: 'a' }, 'payment.wrongYear'],
    ['tomorrow', { paidOn: '2023-11-21', voucher: 'a' }, 'payment.wrongYear'],
    ['a mobile number', { purpose: '付 13812345678', voucher: 'a' }, 'payment.personalData'],
    ['more than there is', { fen: '96000001', voucher: 'a' }, 'payment.overspent'],
    ['a source without budget', { fen: '1', source: 'other', voucher: 'a' }, 'payment.overspent'],
    [
      'a file nobody has',
      { file: { url: `/files/${'0'.repeat(64)}.pdf`, name: 'x' }, voucher: 'a' },
      'payment.noSuchFile',
    ],
  ] as [string, Partial<NewPayment>, string][])('is refused: %s', async (_, input, key) => {
    await expect(addPayment(finance, id, pay(input))).rejects.toMatchObject(keyed(key))
  })
  it('is refused to those who may not', async () => {
    await expect(addPayment(director, id, pay({ voucher: 'b' }))).rejects.toMatchObject(keyed('ability.missing'))
    await expect(
      listPayments(await test.as('王小敏'), { year: 2023, state: 'current' }, { limit: 5 }),
    ).rejects.toMatchObject(keyed('ability.missing'))
  })
  it('is corrected by another record, both stay, and a wrong one goes only once', async () => {
    const wrong = await addPayment(finance, id, pay({ voucher: '0601', fen: '5000000' }))
    const replacement = pay({ voucher: '0601', fen: '500000' })
    const right = await supersedePayment(finance, wrong.id, { reason: '金额多写一个零', replacement })
    expect(right).toMatchObject({ fen: '500000', replaces: wrong.id, superseded: null })
    expect((await getPayment(finance, wrong.id)).superseded).toMatchObject({
      replacedBy: right.id,
      by: { name: '郑财务' },
    })
    const again = { reason: '再改一次', replacement: null }
    await expect(supersedePayment(finance, wrong.id, again)).rejects.toMatchObject(keyed('payment.superseded'))
    await supersedePayment(finance, right.id, { reason: '重复登记作废', replacement: null })
    expect((await getBudget(finance, id)).executedFen).toBe('30000000')
    const kept = await listPayments(finance, { year: 2023, project: id, state: 'superseded' }, { limit: 1 })
    expect(kept).toMatchObject({ count: 2, sumFen: '5500000' })
    const rest = await listPayments(
      finance,
      { year: 2023, project: id, state: 'superseded' },
      { limit: 1, cursor: kept.next ?? '' },
    )
    expect(rest).toMatchObject({ next: null, items: [{ voucher: '0601' }] })
  })
})

describe('调整', () => {
  const latest = (budget: ProjectBudget) => budget.adjustments[0]?.id ?? ''
  it('counts when another person approves it, and shows when the budget was cut to what was spent', async () => {
    const proposed = await proposeAdjustment(finance, id, { ...change, fen: '-96000000' })
    expect(proposed).toMatchObject({ adjustedFen: '126000000', pending: 1, flags: ['pending'] })
    const approve = { state: 'approved' as const, opinion: '' }
    await expect(decideAdjustment(finance, latest(proposed), approve)).rejects.toMatchObject(keyed('ability.missing'))
    const decided = await decideAdjustment(director, latest(proposed), approve)
    expect(decided).toMatchObject({ adjustedFen: '30000000', executionRate: '1.000000', initialRate: '0.238095' })
    expect(decided.flags).toEqual(['adjustedToSpent'])
    await expect(decideAdjustment(director, latest(proposed), approve)).rejects.toMatchObject(
      keyed('adjustment.decided'),
    )
  })
  it('is never approved by who proposed it, whatever his roles', async () => {
    const both = await test.as('两职', 'finance', 'director')
    const own = latest(await proposeAdjustment(both, id, { ...change, fen: '100' }))
    const approve = { state: 'approved' as const, opinion: '' }
    await expect(decideAdjustment(both, own, approve)).rejects.toMatchObject(keyed('adjustment.ownProposal'))
    const withdraw = { state: 'withdrawn' as const, opinion: '' }
    await expect(decideAdjustment(finance, own, withdraw)).rejects.toMatchObject(keyed('adjustment.notProposer'))
    const refuse = { state: 'refused' as const, opinion: '' }
    await expect(decideAdjustment(director, own, refuse)).rejects.toMatchObject(keyed('adjustment.opinionNeeded'))
    expect((await decideAdjustment(both, own, withdraw)).adjustments[0]?.state).toBe('withdrawn')
  })
  it.each([
    ['below what was paid', { fen: '-30000001' }, 'adjustment.belowSpent'],
    ['nothing', { fen: '0' }, 'adjustment.zero'],
    ['another year', { fen: '1', date: '2024-01-01' }, 'adjustment.wrongYear'],
  ])('is refused: %s', async (_, input, key) => {
    await expect(proposeAdjustment(finance, id, { ...change, ...input })).rejects.toMatchObject(keyed(key))
  })
})

describe('a workbook', () => {
  it('is shown with what is wrong in each row, then recorded without the faulty rows', async () => {
    const file = await paymentTemplate(finance, 2023)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(file.bytes) as never)
    const sheet = book.worksheets[0]
    sheet?.addRow(['2023-06-01', '1,200.50', PROJECT, '财政拨款', '企业', '电池', '', '0701'])
    sheet?.addRow(['2023-06-31', -1, '没有的项目', '不知道', '某人', '身', '', '0507'])
    sheet?.addRow(['2023-06-02', 10, PROJECT, '财政拨款', '企业', '电池', '', '0701'])
    const upload = { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: '支付.xlsx' }
    const preview = await startPaymentImport(finance, 2023, upload)
    expect(preview).toMatchObject({ good: 1, goodFen: '120050', overspends: true })
    expect(preview.rows.map((row) => row.findings.map((one) => one.severity).join())).toEqual([
      'warning',
      'error,error,error,error,error,error,error',
      'error',
    ])
    await expect(finishPaymentImport(finance, preview.id, { overReason: '' })).rejects.toMatchObject(
      keyed('payment.overspent'),
    )
    expect(await finishPaymentImport(finance, preview.id, { overReason: '应急采购，已请示' })).toEqual({
      imported: 1,
      year: 2023,
    })
    expect((await getBudget(finance, id)).flags).toEqual(['overspent'])
    await expect(finishPaymentImport(finance, preview.id, { overReason: '' })).rejects.toMatchObject(
      keyed('paymentImport.gone'),
    )
  })
  it.each([
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0]), 'platform.unsupportedFile'],
    ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'paymentImport.unreadable'],
  ])('is refused: %s', async (_, bytes, key) => {
    await expect(startPaymentImport(finance, 2023, { bytes, name: 'x.xlsx' })).rejects.toMatchObject(keyed(key))
  })
  it('holds the whole year with its sums', async () => {
    const { bytes } = await exportBudgets(director, 2023)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['预算执行', '预算调整', '支付记录'])
    expect(book.worksheets[0]?.getRow(12).getCell(5).value).toBe(301200.5)
  })
})

it('measures answer with their facts', async () => {
  const ask = (name: string, more = {}) =>
    test.system.measures.compute(test.system, `budget.${name}`, { project: PROJECT, year: 2023, ...more })
  expect((await ask('initial')).value?.toString()).toBe('1260000')
  expect((await ask('adjusted')).value?.toString()).toBe('300000')
  expect((await ask('adjusted', { month: 10 })).value?.toString()).toBe('1260000')
  const executed = await ask('executed')
  expect([executed.value?.toString(), executed.facts.length]).toEqual(['301200.5', 2])
  expect(executed.coverage).toBeCloseTo(324 / 365, 3)
  expect((await ask('execution-rate', { month: 5 })).value?.toFixed(4)).toBe('0.2381')
  expect((await ask('execution-rate', { basis: '年初' })).value).toEqual((await ask('initial-rate')).value)
  expect(await ask('initial', { project: '没有' })).toMatchObject({ value: null, coverage: 0 })
})

it('leaves an event for every act', async () => {
  const rows = await test.rows<{ kind: string }>(
    `select distinct kind from platform.event where kind like 'budget.%' order by 1`,
  )
  expect(rows.map((row) => row.kind)).toEqual(
    [
      'adjustmentDecided',
      'adjustmentProposed',
      'exported',
      'paid',
      'paymentSuperseded',
      'paymentsImported',
      'planned',
    ].map((kind) => `budget.${kind}`),
  )
})
