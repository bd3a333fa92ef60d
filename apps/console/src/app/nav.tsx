import { Link, useLocation } from 'react-router'
import { useApi } from '../lib/queries.ts'
import { useMe } from '../lib/session.ts'
import { isCurrent, type Place, placesFor } from './navigation.ts'
import { zh } from './zh.ts'
import './nav.css'

const WAITING = new Set(['returned', 'review', 'publish', 'inspect'])

/** The menu: a list of links, the current one marked, what waits for me counted. */
export function Nav({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const me = useMe()
  const { pathname } = useLocation()
  const todo = useApi('newsroom', 'todo', undefined, { enabled: !me.mustChangePassword })
  const waiting = (todo.data?.groups ?? [])
    .filter((group) => WAITING.has(group.key))
    .reduce((sum, group) => sum + group.total, 0)
  return (
    <nav aria-label={zh.nav} className={folded ? 'rm-nav rm-nav-folded' : 'rm-nav'}>
      <ul>
        {placesFor(me.abilities).map((place) => (
          <NavPlace
            key={place.to}
            place={place}
            pathname={pathname}
            folded={folded}
            count={place.to === '/' ? waiting : 0}
            onGo={onGo}
          />
        ))}
      </ul>
    </nav>
  )
}

function NavPlace({
  place,
  pathname,
  folded,
  count,
  onGo,
}: {
  place: Place
  pathname: string
  folded: boolean
  count: number
  onGo: (() => void) | undefined
}) {
  const current = isCurrent(place, pathname)
  const Icon = place.icon
  const exact = current && !place.children
  return (
    <li>
      <Link
        to={place.to}
        onClick={onGo}
        title={folded ? place.label : undefined}
        className={current ? 'rm-nav-link rm-nav-current' : 'rm-nav-link'}
        aria-current={exact ? 'page' : undefined}
      >
        <Icon aria-hidden="true" />
        <span className={folded ? 'rm-sr-only' : undefined}>{place.label}</span>
        {count > 0 && (
          <span className="rm-nav-count" title={`${count} 件在等我`}>
            {count}
          </span>
        )}
      </Link>
      {current && place.children && !folded && (
        <ul className="rm-nav-children">
          {place.children.map((child) => (
            <li key={child.to}>
              <Link
                to={child.to}
                onClick={onGo}
                className="rm-nav-link"
                aria-current={pathname === child.to ? 'page' : undefined}
              >
                {child.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
