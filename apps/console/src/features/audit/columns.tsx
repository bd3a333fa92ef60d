import type { EventView } from '@rongmei/contract'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { Ellipsis } from '../../ui/Ellipsis.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { codeWords, plainValue, readSubject } from './subject.ts'
import { zh } from './zh.ts'

export const auditColumns: readonly DataColumn<EventView>[] = [
  { key: 'at', title: zh.columns.at, width: 144, choice: 'fixed', render: (event) => <Moment at={event.at} /> },
  {
    key: 'actor',
    title: zh.columns.actor,
    width: 110,
    render: (event) => <Ellipsis text={event.actorName || zh.system} />,
  },
  {
    key: 'label',
    title: zh.columns.label,
    width: 180,
    choice: 'fixed',
    phone: 'title',
    render: (event) => <Ellipsis text={event.label} />,
  },
  { key: 'subject', title: zh.columns.subject, width: 320, render: (event) => <Ellipsis text={subjectWords(event)} /> },
  {
    key: 'sealed',
    title: zh.columns.sealed,
    width: 100,
    render: ({ sealed }) => (
      <StateTag
        shape={sealed ? 'check' : 'ring'}
        tone={sealed ? 'good' : 'quiet'}
        title={sealed ? zh.sealedWhy : zh.unsealedWhy}
      >
        {sealed ? zh.sealed : zh.unsealed}
      </StateTag>
    ),
  },
]

/** What it was about: the thing's word with the title or name the event carries, the actor for his own doings, else its id. */
export function subjectWords({ subject, data, actorId, actorName }: EventView): string {
  // Nobody has that account; what was typed may have been a password, so only its fingerprint is kept.
  if (subject.startsWith('account:')) return zh.unknownAccount
  const { thing, id } = readSubject(subject)
  const name = data.title ?? data.name ?? data.number ?? data.account ?? (id && id === actorId ? actorName : null)
  return `${thing} ${name ? plainValue(name) : codeWords(id)}`.trim()
}
