import type { RectificationState } from '@rongmei/contract'
import type { Day } from '@rongmei/kit'

export type RectificationTable = {
  id: string
  project_id: string
  project_name: string
  year: number
  problem: string
  source: string
  owner_id: string
  owner_name: string
  due_on: Day
  budget_impact: string
  state: RectificationState
  measures: string
  file_url: string | null
  file_name: string | null
  handed_in_at: Date | null
  checker_id: string | null
  checker_name: string | null
  checked_at: Date | null
  opinion: string
  by_id: string | null
  by_name: string
  at: Date
  rev: number
}

export type OversightTables = { 'oversight.rectification': RectificationTable }
