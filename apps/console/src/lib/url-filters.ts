import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** One filter kept in the address: which values it takes, and its value when the address names none. */
export type FilterKind<T extends string> = { read: (raw: string) => T | undefined; fallback?: T }
export type FilterSpec = Record<string, FilterKind<string>>
export type FilterValues<S extends FilterSpec> = {
  [K in keyof S]: S[K] extends { fallback: infer F extends string } ? F | ValueOf<S[K]> : ValueOf<S[K]> | undefined
}
type ValueOf<K> = K extends FilterKind<infer T> ? T : never

/** Free text, at most so long; anything longer in the address is cut. */
export const text = (limit = 80): FilterKind<string> => ({ read: (raw) => raw.trim().slice(0, limit) || undefined })
/** One of the values; anything else in the address is ignored. */
export const choice = <const T extends string>(values: readonly T[]): FilterKind<T> => ({
  read: (raw) => values.find((value) => value === raw),
})
/** One of the values, with one that stands when the address names none. */
export const choiceOr = <const T extends string>(
  values: readonly T[],
  fallback: NoInfer<T>,
): FilterKind<T> & { fallback: T } => ({ ...choice(values), fallback })
/** A calendar day `2026-11-23`. */
export const day = (): FilterKind<string> => ({ read: (raw) => (/^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined) })
/** A month `2026-11`. */
export const month = (): FilterKind<string> => ({
  read: (raw) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(raw) ? raw : undefined),
})
/** On or absent; the address carries `true`. */
export const flag = (): FilterKind<'true'> => choice(['true'])

/** The filters an address names; unknown and malformed ones fall away. */
export function parseFilters<S extends FilterSpec>(spec: S, params: URLSearchParams): FilterValues<S> {
  const values: Record<string, string | undefined> = {}
  for (const [name, kind] of Object.entries(spec)) {
    const raw = params.get(name)
    values[name] = (raw === null ? undefined : kind.read(raw)) ?? kind.fallback
  }
  return values as FilterValues<S>
}

/** The address after a change: empty values and fallbacks are left out, foreign parameters stay. */
export function writeFilters(
  spec: FilterSpec,
  params: URLSearchParams,
  patch: Record<string, string | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '' || value === spec[name]?.fallback) next.delete(name)
    else next.set(name, value)
  }
  return next
}

export type Filters<S extends FilterSpec> = {
  values: FilterValues<S>
  set: (patch: { [K in keyof S]?: string | undefined }) => void
  clear: () => void
  /** Whether any filter differs from its fallback. */
  active: boolean
}

/**
 * Filters bound to the address, so that a link, a reload and the way back all show the same rows. Declare the spec
 * outside the component.
 *
 * @example const spec = { q: text(), state: choice(STORY_STATES), sort: choiceOr(SORTS, 'updated') }
 *          const filters = useUrlFilters(spec)
 */
export function useUrlFilters<S extends FilterSpec>(spec: S): Filters<S> {
  const [params, setParams] = useSearchParams()
  const values = useMemo(() => parseFilters(spec, params), [spec, params])
  const set = (patch: Record<string, string | undefined>) =>
    setParams((now) => writeFilters(spec, now, patch), { replace: true, preventScrollReset: true })
  const active = Object.entries(spec).some(([name, kind]) => values[name] !== kind.fallback)
  return {
    values,
    set: set as Filters<S>['set'],
    clear: () => set(Object.fromEntries(Object.keys(spec).map((name) => [name, undefined]))),
    active,
  }
}
