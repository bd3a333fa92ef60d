import { eventNames } from '@rongmei/contract'
import { zh } from './zh.ts'

/** The event filter: whole groups first (the server matches by prefix), then single events under them. */
export function kindOptions(): { value: string; label: string }[] {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const [kind, label] of Object.entries(eventNames)) {
    const group = kind.split('.')[0] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), { value: kind, label: `${zh.groups[group] ?? group} · ${label}` }])
  }
  return [...groups].flatMap(([group, kinds]) => [
    { value: `${group}.`, label: zh.whole(zh.groups[group] ?? group) },
    ...kinds,
  ])
}
