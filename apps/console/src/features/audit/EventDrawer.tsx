import type { EventView } from '@rongmei/contract'
import Button from 'antd/es/button'
import Descriptions from 'antd/es/descriptions'
import Drawer from 'antd/es/drawer'
import { Link } from 'react-router'
import { useHere } from '../../lib/here.ts'
import { Moment } from '../../ui/Moment.tsx'
import { subjectWords } from './columns.tsx'
import { plainValue, readSubject } from './subject.ts'
import { zh } from './zh.ts'
import './audit.css'

/** One record in full, with the ways on: its page, all of its records, all of this person's. */
export function EventDrawer({
  event,
  onClose,
  onFilter,
}: {
  event: EventView | null
  onClose: () => void
  onFilter: (patch: { subject?: string; actor?: string }) => void
}) {
  return (
    <Drawer title={zh.details} open={event !== null} onClose={onClose} size={440} destroyOnHidden>
      {event && <Details event={event} onFilter={onFilter} />}
    </Drawer>
  )
}

function Details({
  event,
  onFilter,
}: {
  event: EventView
  onFilter: (patch: { subject?: string; actor?: string }) => void
}) {
  const here = useHere(zh.title)
  const { to } = readSubject(event.subject)
  const facts = Object.entries(event.data)
  const { actorId } = event
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'label', label: zh.columns.label, children: event.label },
          { key: 'at', label: zh.columns.at, children: <Moment at={event.at} ago /> },
          { key: 'actor', label: zh.columns.actor, children: event.actorName || zh.system },
          {
            key: 'subject',
            label: zh.columns.subject,
            children: to ? (
              <Link to={to} state={here}>
                {subjectWords(event)}
              </Link>
            ) : (
              subjectWords(event)
            ),
          },
          { key: 'sealed', label: zh.columns.sealed, children: event.sealed ? zh.sealedWhy : zh.unsealedWhy },
          { key: 'code', label: zh.code, children: event.kind },
          { key: 'id', label: zh.id, children: event.id },
        ]}
      />
      <h3>{zh.data}</h3>
      {facts.length === 0 ? (
        <p className="rm-muted">{zh.noData}</p>
      ) : (
        <Descriptions
          column={1}
          size="small"
          bordered
          items={facts.map(([key, value]) => ({
            key,
            label: zh.keys[key] ?? key,
            children: <span className="rm-event-value">{plainValue(value)}</span>,
          }))}
        />
      )}
      <p className="rm-event-ways">
        <Button onClick={() => onFilter({ subject: event.subject })}>{zh.onlySubject}</Button>
        {actorId && <Button onClick={() => onFilter({ actor: actorId })}>{zh.onlyActor}</Button>}
      </p>
    </>
  )
}
