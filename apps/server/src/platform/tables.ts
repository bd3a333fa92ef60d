import type { Generated } from 'kysely'

export type EventTable = {
  seq: Generated<number>
  id: string
  at: Date
  kind: string
  actor_id: string | null
  actor_name: string
  subject: string
  data: Record<string, unknown>
  request_id: string
}

export type SealTable = { day: string; no: number; event_id: string; seq: number; hash: Buffer }

export type FileTable = {
  id: string
  sha256: string
  type: string
  bytes: number
  name: string
  width: number | null
  height: number | null
  access: 'public' | 'staff'
  uploaded_by: string | null
  uploaded_at: Date
}

export type SettingTable = { key: string; value: unknown }

export type PlatformTables = {
  'platform.event': EventTable
  'platform.seal': SealTable
  'platform.file': FileTable
  'platform.setting': SettingTable
}
