/** The front door for neighbours: taking in reads counted elsewhere. */
export { importDailyReads } from './reads.service.ts'
