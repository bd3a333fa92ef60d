import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { Refusal } from '@rongmei/contract'
import { useMemo } from 'react'
import { callApi, type EndpointName, type Input, type ModuleName, type Reply } from './api.ts'

/** A refusal will be refused again; only a server that did not answer is worth a second try. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 && !(error instanceof Refusal && error.status < 500)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, gcTime: 15 * 60_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export type ApiKey = readonly [module: string, name: string, input: unknown]

/** Query options for one GET: key `[module, name, input]`, for `useQuery`, prefetching and reading the cache. */
export function apiQuery<M extends ModuleName, N extends EndpointName<M>>(module: M, name: N, input?: Input<M, N>) {
  return queryOptions({
    queryKey: [module, name, input ?? null] as ApiKey,
    queryFn: ({ signal }) => callApi(module, name, { ...input, signal } as Input<M, N>),
  })
}

/**
 * Reads one endpoint and keeps it live (see `live.ts`).
 *
 * @example const story = useApi('newsroom', 'getStory', { params: { id } })
 */
export function useApi<M extends ModuleName, N extends EndpointName<M>>(
  module: M,
  name: N,
  input?: Input<M, N>,
  options: { enabled?: boolean; keepPrevious?: boolean; refetchInterval?: number; staleTime?: number } = {},
) {
  const { keepPrevious, ...rest } = options
  return useQuery({
    ...apiQuery(module, name, input),
    ...rest,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Rows of a keyset-paged list as `DataTable` takes them. */
export type Pages<Row> = {
  items: Row[]
  loading: boolean
  /** True while rows on screen are older than the filters. */
  refreshing: boolean
  error: unknown
  more: boolean
  loadingMore: boolean
  loadMore: () => void
  reload: () => void
}

type PagedReply = { items: unknown[]; next: string | null }
type RowOf<R> = R extends { items: (infer Row)[] } ? Row : never

/**
 * Reads a keyset-paged list page by page; `first` is the first reply, for totals and `can`.
 *
 * @example const list = useApiPages('newsroom', 'listStories', { query: filters })
 */
export function useApiPages<M extends ModuleName, N extends EndpointName<M>>(module: M, name: N, input: Input<M, N>) {
  const query = useInfiniteQuery({
    queryKey: [module, name, input] as ApiKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = (input as { query?: object }).query
      const paged = { ...input, signal, query: { ...asked, ...(pageParam ? { cursor: pageParam } : {}) } }
      return callApi(module, name, paged as unknown as Input<M, N>)
    },
    getNextPageParam: (last) => (last as unknown as PagedReply).next,
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages
  const items = useMemo(
    () => (pages ?? []).flatMap((page) => (page as unknown as PagedReply).items as RowOf<Reply<M, N>>[]),
    [pages],
  )
  const rows: Pages<RowOf<Reply<M, N>>> = {
    items,
    loading: query.isPending,
    refreshing: query.isPlaceholderData,
    error: query.isError ? query.error : null,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  }
  return { ...rows, first: pages?.[0] }
}

/** A whole list already in hand, as `Pages`. */
export function pagesOf<Row>(query: {
  data: { items: Row[] } | undefined
  isPending: boolean
  isError: boolean
  error: unknown
  refetch: () => unknown
}): Pages<Row> {
  return {
    items: query.data?.items ?? [],
    loading: query.isPending,
    refreshing: false,
    error: query.isError ? query.error : null,
    more: false,
    loadingMore: false,
    loadMore: () => undefined,
    reload: () => void query.refetch(),
  }
}

/** Marks what the console has read from a module (or one endpoint of it) as old; screens that show it read again. */
export function invalidate(client: QueryClient, module: ModuleName, name?: string): Promise<void> {
  return client.invalidateQueries({ queryKey: name ? [module, name] : [module] })
}

/**
 * A write. By default everything read from the same module is read again afterwards; `refresh: []` leaves the cache
 * alone (an editor that saves every few seconds). A failure is shown as a toast unless `quiet`.
 *
 * @example const submit = useApiMutation('newsroom', 'submitStory'); submit.mutate({ params: { id }, body: { rev } })
 */
export function useApiMutation<M extends ModuleName, N extends EndpointName<M>>(
  module: M,
  name: N,
  options: {
    refresh?: readonly (readonly [ModuleName, string?])[]
    quiet?: boolean
    onSuccess?: (reply: Reply<M, N>, input: Input<M, N>) => void
  } = {},
) {
  const client = useQueryClient()
  return useMutation<Reply<M, N>, unknown, Input<M, N>>({
    mutationFn: (input) => callApi(module, name, input),
    meta: { quiet: options.quiet ?? false },
    onSuccess: (reply, input) => {
      for (const [old, endpoint] of options.refresh ?? [[module] as const]) void invalidate(client, old, endpoint)
      options.onSuccess?.(reply, input)
    },
  })
}
