import { useLocation, useNavigate } from 'react-router'

/** Where a page was opened from: carried in the history entry, so that the way back finds filters and scroll again. */
export type Back = { to: string; label: string }
export type BackState = { back?: Back }

/**
 * The state to give links that lead away from a list, so that the next page's back link returns exactly here.
 *
 * @example <Link to={paths.story(row.id)} state={here}>…</Link>   // const here = useHere('文稿库')
 */
export function useHere(label: string): BackState {
  const { pathname, search } = useLocation()
  return { back: { to: pathname + search, label } }
}

/** Where this page's back link goes: where one came from, else the fallback. */
export function useBack(fallback: Back): Back {
  const state = useLocation().state as BackState | null
  return state?.back ?? fallback
}

/** One step back in this tab, or to the first page when the address was opened directly. */
export function useStepBack(): () => void {
  const navigate = useNavigate()
  return () => {
    const { idx = 0 } = (history.state ?? {}) as { idx?: number }
    void (idx > 0 ? navigate(-1) : navigate('/'))
  }
}
