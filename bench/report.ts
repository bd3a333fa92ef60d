import { cpus, loadavg, totalmem } from 'node:os'
import { median, type Result, type Round, type Sample } from './rounds.ts'

/** The set-up under which the numbers hold. */
export function setUp(stories: number): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${new Date().toISOString().slice(0, 16)}Z · ${processors.length} × ${processors[0]?.model ?? '?'} · ${memory} GB`,
    `Node ${process.versions.node} · PostgreSQL 18 (embedded, fsync on) · ${stories} published stories of 1,500 characters`,
    `load average before the run ${loadavg()
      .map((value) => value.toFixed(2))
      .join(' ')} (1, 5, 15 min)`,
    'cpu = milliseconds of CPU for each response, min / median of the kept rounds; × = ours ÷ floor',
    '',
  ].join('\n')
}

const cells = (...values: string[]) => `| ${values.join(' | ')} |`

export const header = [
  cells(
    'case',
    'c',
    'cpu ours',
    'server + database',
    'cpu floor',
    'server + database',
    '× cpu',
    'req/s ours',
    '× req/s',
    'p50 ms',
    'p97.5 ms',
    'rounds',
  ),
  cells(...Array.from({ length: 12 }, () => '---')),
].join('\n')

/** One line of the table. */
export function row({ name, connections, kept, discarded }: Result): string {
  const rounds = `${kept.length}${discarded > 0 ? ` (${discarded} discarded)` : ''}`
  if (kept.length === 0) return cells(name, String(connections), ...Array.from({ length: 9 }, () => '–'), rounds)
  const of = (pick: (one: Round) => number) => kept.map(pick)
  const both = (side: 'ours' | 'floor', key: keyof Sample) =>
    `${Math.min(...of((one) => one[side][key])).toFixed(3)} / ${median(of((one) => one[side][key])).toFixed(3)}`
  const middle = (key: keyof Sample) => median(of((one) => one.ours[key]))
  const split = (side: 'ours' | 'floor') =>
    `${median(of((one) => one[side].server)).toFixed(3)} + ${median(of((one) => one[side].database)).toFixed(3)}`
  const ratio = (key: keyof Sample) => median(of((one) => one.ours[key] / one.floor[key])).toFixed(2)
  return cells(
    name,
    String(connections),
    both('ours', 'cpu'),
    split('ours'),
    both('floor', 'cpu'),
    split('floor'),
    ratio('cpu'),
    middle('perSecond').toFixed(0),
    ratio('perSecond'),
    middle('p50').toFixed(1),
    middle('p975').toFixed(1),
    rounds,
  )
}
