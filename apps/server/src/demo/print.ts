import type { Numbers } from './replay.ts'
import { SCALE } from './routine.ts'

const whole = (value: number) => value.toLocaleString('zh-CN')

/** What the replay prints at its end. */
export function printNumbers(numbers: Numbers, made: { seconds: number; bytes: number; path: string }): void {
  const years = Object.keys(numbers.stories)
  const lines = [
    `演示数据已重放完毕，用时 ${made.seconds.toFixed(1)} 秒。规模约为真实体量的 1：${SCALE}（2023 年真实为 6500 篇、818 万次阅读）。`,
    ...years.map(
      (year) =>
        `  ${year} 年：稿件 ${whole(numbers.stories[year] ?? 0)} 篇，阅读 ${whole(numbers.reads[year] ?? 0)} 次`,
    ),
    `  写入差错 ${numbers.slips} 处，退回 ${numbers.returns} 次，发布后更正 ${numbers.corrections} 篇，晚于计划 ${numbers.late} 篇`,
    '  2023 年自评表中由记录算出的指标：',
    ...numbers.indicators.map((one) => `    ${one.name}：${one.value}（${one.measure}）`),
    `快照：${made.path}（${(made.bytes / 1024 / 1024).toFixed(2)} MB）`,
  ]
  console.log(lines.join('\n'))
}
