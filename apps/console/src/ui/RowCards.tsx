import { Link } from 'react-router'
import { useHere } from '../lib/here.ts'
import type { DataTableProps } from './data-table-props.ts'

/** A list on a phone: a card per row, its title as the link, facts below, the next step across the foot. */
export function RowCards<Row extends object>(props: DataTableProps<Row> & { open: ((row: Row) => void) | undefined }) {
  const here = useHere(props.label)
  const title = props.columns.find((column) => column.phone === 'title') ?? props.columns[0]
  const facts = props.columns.filter(
    (column) => column !== title && column.phone !== 'none' && column.choice !== 'hidden',
  )
  return (
    <ul className="rm-cards">
      {props.rows.items.map((row) => (
        <li key={props.rowKey(row)} className={`rm-card ${props.tone?.(row) ? 'rm-row-late' : ''}`}>
          <div className="rm-card-title">
            {props.href ? (
              <Link to={props.href(row)} state={here}>
                {title?.render(row)}
              </Link>
            ) : props.open ? (
              <button type="button" className="rm-plain-button" onClick={() => props.open?.(row)}>
                {title?.render(row)}
              </button>
            ) : (
              title?.render(row)
            )}
          </div>
          <dl className="rm-card-facts">
            {facts.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
          {props.action && <div className="rm-card-action">{props.action(row)}</div>}
        </li>
      ))}
    </ul>
  )
}
