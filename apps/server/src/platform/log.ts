import { pino } from 'pino'

export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Log
}

/**
 * Structured log on stdout. What may be logged: ids, counts, durations, keys. Never bodies, names, addresses or
 * passwords; the redaction is a second net, not a licence.
 */
export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'body', '*.body', 'cookie', '*.cookie', 'headers', '*.headers'],
      remove: true,
    },
    serializers: { error: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }) },
  })
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {}, child: () => silentLog }
