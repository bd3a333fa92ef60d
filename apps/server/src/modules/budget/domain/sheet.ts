import {
  type FundSource,
  fundSourceNames,
  type NewPayment,
  type PayeeKind,
  payeeNames,
  type PaymentImport,
} from '@rongmei/contract'
import { type Day, isDay, parseMoney } from '@rongmei/kit'
import { fitsYear, isFreeOfPersonalData } from './payment.ts'
import { words } from './words.zh.ts'

/** A row of a workbook as it was read: text, not yet judged. */
export type SheetRow = {
  row: number
  project: string
  paidOn: string
  amount: string
  source: string
  payee: string
  purpose: string
  contract: string
  voucher: string
}

type Finding = PaymentImport['rows'][number]['findings'][number]

/** What a row is judged against. Vouchers are those in force in the year; `left` what may still be paid, by project and source. */
export type Surroundings = {
  year: number
  today: Day
  projects: ReadonlyMap<string, string>
  vouchers: ReadonlySet<string>
  left: (projectId: string, source: FundSource) => bigint
}

export type JudgedRow = {
  sheet: SheetRow
  findings: Finding[]
  /** Null when a finding is an error. */
  payment: { projectId: string; projectName: string; input: NewPayment; over: boolean } | null
}

const keyOf = <K extends string>(names: Record<K, string>, text: string): K | undefined =>
  (Object.entries(names) as [K, string][]).find(([key, name]) => name === text || key === text)?.[0]

const error = (message: string): Finding => ({ severity: 'error', message })

/** Judges every row of a workbook, in its order: duplicates inside the file count against the later row. */
export function judgeRows(rows: readonly SheetRow[], around: Surroundings): JudgedRow[] {
  const seen = new Map<string, number>()
  const spent = new Map<string, bigint>()
  return rows.map((sheet) => {
    const { findings, source, payee, fen, projectId } = readCells(sheet, around)
    const earlier = seen.get(sheet.voucher)
    if (earlier !== undefined) findings.push(error(words.sameInFile(earlier)))
    if (sheet.voucher !== '') seen.set(sheet.voucher, earlier ?? sheet.row)
    if (findings.length > 0 || !source || !payee || fen === null || !projectId)
      return { sheet, findings, payment: null }
    const key = `${projectId} ${source}`
    const total = (spent.get(key) ?? 0n) + fen
    spent.set(key, total)
    const over = total > around.left(projectId, source)
    if (over) findings.push({ severity: 'warning', message: words.over })
    const { paidOn, purpose, contract, voucher } = sheet
    const input = { paidOn, fen: String(fen), source, payee, purpose, contract, voucher, file: null, overReason: '' }
    return { sheet, findings, payment: { projectId, projectName: sheet.project, input, over } }
  })
}

function readCells(sheet: SheetRow, around: Surroundings) {
  const source = keyOf<FundSource>(fundSourceNames, sheet.source)
  const payee = keyOf<PayeeKind>(payeeNames, sheet.payee)
  const fen = parseMoney(sheet.amount)
  const projectId = around.projects.get(sheet.project)
  const texts = [sheet.purpose, sheet.contract, sheet.voucher]
  const findings = [
    isDay(sheet.paidOn)
      ? fitsYear(sheet.paidOn, around.year, around.today, 'year').ok || words.wrongYear(around.year)
      : words.badDay,
    (fen !== null && fen > 0n && fen < 10n ** 13n) || words.badAmount,
    projectId !== undefined || words.noProject(around.year),
    source !== undefined || words.badSource,
    payee !== undefined || words.badPayee,
    (sheet.purpose.length >= 2 && sheet.purpose.length <= 200) || words.badPurpose,
    sheet.contract.length <= 80 || words.longContract,
    (sheet.voucher.length >= 1 && sheet.voucher.length <= 40) || words.badVoucher,
    isFreeOfPersonalData(...texts).ok || words.personal,
    !around.vouchers.has(sheet.voucher) || words.sameVoucher,
  ]
    .filter((one) => one !== true)
    .map((message) => error(String(message)))
  return { findings, source, payee, fen, projectId }
}
