import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'

type Query<T> = { data: T | undefined; isPending: boolean; error: unknown; refetch: () => unknown }

/**
 * Draws a query: loading, failed (with 再试一次) or its data. Data once read stays on screen when a later reading
 * fails; the shell's connection mark tells about the break.
 *
 * @example <QueryState query={story}>{(story) => <Sheet story={story} />}</QueryState>
 */
export function QueryState<T>({
  query,
  children,
  rows,
}: {
  query: Query<T>
  children: (data: T) => ReactNode
  rows?: number
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Loading {...(rows ? { rows } : {})} />
  return <ErrorState error={query.error} retry={() => void query.refetch()} />
}
