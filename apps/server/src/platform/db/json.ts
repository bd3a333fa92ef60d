import { type RawBuilder, sql } from 'kysely'

/** The one way a value becomes jsonb: pg would turn a JavaScript array into a PostgreSQL array otherwise. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}
