/** The front door for neighbours: proofread a text, decide findings, count what was caught. */
export { checkText, decideFinding, latestRun, openMust, runProofreading, type Text } from './run.service.ts'
export { findInterceptions as interceptionsBetween, type Interception } from './run.store.ts'
export { addWord, type NewWord } from './word.service.ts'
export { findStatistics, type FindingStatistic } from './statistics.store.ts'
