import type {
  BYLINE_ROLES,
  Category,
  ReviewLevel,
  Revision,
  SOURCE_KINDS,
  STORY_KINDS,
  StoryContent,
  StoryState,
} from '@rongmei/contract'
import type { Body } from '@rongmei/body'
import type { Generated } from 'kysely'

export type Returned = { by: { id: string; name: string }; reason: string; at: string }

export type StoryTable = {
  id: string
  number: string
  kind: (typeof STORY_KINDS)[number]
  title: string
  deck: string
  body: Body
  byline: { role: (typeof BYLINE_ROLES)[number]; name: string }[]
  source_kind: (typeof SOURCE_KINDS)[number]
  source_name: string
  source_unit_id: string | null
  category: Category
  planned_at: Date | null
  cover_url: string | null
  author_id: string
  author_name: string
  unit_id: string | null
  unit_name: string | null
  state: StoryState
  rev: number
  content_hash: string
  characters: number
  open_must: number
  override_reason: string | null
  returned: Returned | null
  withdrawal: Returned | null
  reads: Generated<number>
  created_at: Date
  updated_at: Date
  submitted_at: Date | null
  published_at: Date | null
  removed_at: Date | null
}

export type RevisionTable = {
  story_id: string
  no: number
  at: Date
  started_at: Date
  by_id: string | null
  by_name: string
  reason: Revision['reason']
  title: string
  content: StoryContent
  content_hash: string
  characters: number
}

export type SignOffTable = {
  id: string
  story_id: string
  level: ReviewLevel
  by_id: string
  by_name: string
  at: Date
  opinion: string
  content_hash: string
  voided_at: Date | null
  void_reason: string | null
}

export type CorrectionTable = {
  id: string
  story_id: string
  at: Date
  by_id: string | null
  by_name: string
  notice: string
  errors: number
}

export type EditLockTable = {
  story_id: string
  holder_id: string
  holder_name: string
  session_id: string
  since: Date
  renewed_at: Date
  taken_from: string | null
}

export type InspectionTable = {
  id: string
  month: string
  story_id: string
  characters: number
  drawn_at: Date
  inspector_id: string | null
  inspector_name: string | null
  inspected_at: Date | null
  errors: number | null
  notes: string
}

export type NewsroomTables = {
  'newsroom.story': StoryTable
  'newsroom.revision': RevisionTable
  'newsroom.sign_off': SignOffTable
  'newsroom.correction': CorrectionTable
  'newsroom.edit_lock': EditLockTable
  'newsroom.inspection': InspectionTable
}
