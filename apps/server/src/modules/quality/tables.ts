import type { FindingView, Missed, Truth } from '@rongmei/contract'

export type SampleTable = {
  id: string
  month: string
  story_id: string
  number: string
  title: string
  characters: number
  blocks: { kind: string; text: string }[]
  findings: FindingView[]
  drawn_at: Date
  drawn_by: string
  truth: Truth | null
  settled_at: Date | null
  settled_by: string | null
  settler_name: string | null
}

export type MarkingTable = {
  id: string
  sample_id: string
  person_id: string
  person_name: string
  wrong: number[]
  missed: Missed[]
  at: Date
}

export type BatchTable = {
  id: string
  started_at: Date
  by_id: string | null
  by_name: string
  total: number
  done: number
  after_id: string | null
  state: 'running' | 'done' | 'cancelled'
  finished_at: Date | null
}

export type BatchRowTable = {
  batch_id: string
  story_id: string
  number: string
  title: string
  characters: number
  must: number
  should: number
  hint: number
  quotes: string[]
}

export type QualityTables = {
  'quality.sample': SampleTable
  'quality.marking': MarkingTable
  'quality.batch': BatchTable
  'quality.batch_row': BatchRowTable
}
