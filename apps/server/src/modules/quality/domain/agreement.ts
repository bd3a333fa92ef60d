import type { Missed, Truth } from '@rongmei/contract'

/** What one person says about a text: the findings that are false (by their place in the list), the errors not found. */
export type Opinion = { wrong: readonly number[]; missed: readonly Missed[] }

/** What two people do not agree on: findings that one calls false, errors that one saw. */
export type Dispute = { wrong: number[]; missed: Missed[] }

const touch = (a: Missed, b: Missed) => a.block === b.block && a.start < b.end && b.start < a.end

const both = (one: Opinion, other: Opinion): Truth => ({
  wrong: one.wrong.filter((index) => other.wrong.includes(index)),
  missed: one.missed.filter((miss) => other.missed.some((each) => touch(miss, each))),
})

/**
 * Holds two opinions together. Two marks of a missed error mean the same when they touch: people select more or less of
 * a word.
 */
export function compare(one: Opinion, other: Opinion): { agreed: Truth; dispute: Dispute } {
  const only = (mine: Opinion, theirs: Opinion): Dispute => ({
    wrong: mine.wrong.filter((index) => !theirs.wrong.includes(index)),
    missed: mine.missed.filter((miss) => !theirs.missed.some((each) => touch(miss, each))),
  })
  const [mine, theirs] = [only(one, other), only(other, one)]
  return {
    agreed: both(one, other),
    dispute: {
      wrong: [...mine.wrong, ...theirs.wrong].sort((a, b) => a - b),
      missed: [...mine.missed, ...theirs.missed],
    },
  }
}

export const isSettled = ({ wrong, missed }: Dispute): boolean => wrong.length === 0 && missed.length === 0

/** Caught, missed and false alarms of a text about which the truth is known. */
export function tally(findings: number, truth: Truth): { caught: number; missed: number; wrong: number } {
  return { caught: findings - truth.wrong.length, missed: truth.missed.length, wrong: truth.wrong.length }
}
