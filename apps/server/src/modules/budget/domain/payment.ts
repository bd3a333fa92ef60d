import { type Day, no, type Verdict, YES } from '@rongmei/kit'

/** Within the year of the budget, and not in the future. */
export function fitsYear<K extends string>(date: Day, year: number, today: Day, why: K): Verdict<K> {
  return date.startsWith(`${year}-`) && date <= today ? YES : no(why)
}

/** Numbers that name a person: 18-digit identity numbers, mobile numbers, bank cards. Vouchers and contracts are shorter. */
const PERSONAL = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{16,19})(?![\dA-Za-z])/

/** 个人信息保护法 Art. 6: no more than the purpose needs; a payment record needs none. */
export function isFreeOfPersonalData(...texts: readonly string[]): Verdict<'payment.personalData'> {
  return texts.some((text) => PERSONAL.test(text.normalize('NFKC').replace(/[\s-]/g, '')))
    ? no('payment.personalData')
    : YES
}

/** More than is left of the source needs a reason; with one it is recorded and stays flagged. */
export function fitsBudget(left: bigint, fen: bigint, overReason: string): Verdict<'payment.overspent'> {
  return fen <= left || overReason.length >= 4 ? YES : no('payment.overspent')
}
