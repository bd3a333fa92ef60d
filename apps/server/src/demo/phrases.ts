import { addDays, type Day, weekday } from '@rongmei/kit'
import type { Dice } from './dice.ts'
import { estatesOf, FIRMS, GIVEN, ROADS, SCHOOLS, SURNAMES, VILLAGES } from './places.ts'

/** What stays the same through one story: names and places by slot, and numbers once thrown. */
export type Setting = { day: Day; town: string; slots: ReadonlyMap<string, string>; numbers: Map<string, string> }

export function makeSetting(dice: Dice, day: Day, town: string): Setting {
  const [first = '', second = ''] = dice.some(estatesOf(town), 2)
  const people = dice.some(SURNAMES, 3).map((surname) => surname + dice.pick(GIVEN))
  const slots = new Map<string, string>([
    ['town', town],
    ['com', first],
    ['com2', second],
    ['village', dice.pick(VILLAGES)],
    ['school', dice.pick(SCHOOLS)],
    ['firm', dice.pick(FIRMS)],
    ['road', dice.pick(ROADS)],
    ['a', people[0] ?? ''],
    ['b', people[1] ?? ''],
    ['c', people[2] ?? ''],
    ['y', day.slice(0, 4)],
  ])
  return { day, town, slots, numbers: new Map() }
}

/**
 * Fills a pattern: `[one|another]` takes one of them, `{N:low-high}` a number, `{P:low-high}` a percentage, `{d-1}` a
 * day before or after the story's, with `w` its weekday too, `{name}` what the setting has.
 */
export function fill(dice: Dice, pattern: string, setting: Setting): string {
  const chosen = pattern.replace(/\[([^\]]+)\]/g, (_, options: string) => dice.pick(options.split('|')))
  return chosen.replace(/\{([^}]+)\}/g, (whole, slot: string, at: number) => {
    if (/^[NP]:/.test(slot)) return numberOf(dice, slot, chosen[at + whole.length] ?? '', setting)
    if (/^d[-+]?\d/.test(slot)) return date(setting.day, slot)
    return setting.slots.get(slot) ?? whole
  })
}

const PEOPLE = '人名位'

/** The same range of the same unit is the same number all through a story: title, deck and lead must agree. */
function numberOf(dice: Dice, slot: string, unit: string, { numbers }: Setting): string {
  const key = `${slot}${PEOPLE.includes(unit) ? PEOPLE : unit}`
  const [low = 0, high = 0] = slot.slice(2).split('-').map(Number)
  const drawn =
    numbers.get(key) ?? (slot.startsWith('N') ? String(number(dice, low, high)) : percentage(dice, low, high))
  numbers.set(key, drawn)
  return drawn
}

function number(dice: Dice, low: number, high: number): number {
  const drawn = dice.int(low, high)
  const isYear = low > 1900 && high < 2100
  const step = isYear ? 1 : drawn >= 10_000 ? 100 : drawn >= 1_000 ? 10 : 1
  return Math.max(low, Math.round(drawn / step) * step)
}

function percentage(dice: Dice, low: number, high: number): string {
  return `${(low + dice.next() * (high - low)).toFixed(1)}%`
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

function date(day: Day, slot: string): string {
  const then = addDays(day, Number.parseInt(slot.slice(1), 10))
  const [year, month, of] = then.split('-').map(Number)
  const near = `${month}月${of}日`
  const full = String(year) === day.slice(0, 4) ? near : `${year}年${near}`
  return slot.endsWith('w') ? `${full}（星期${WEEKDAYS[weekday(then) - 1]}）` : full
}
