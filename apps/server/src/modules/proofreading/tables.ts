export type RunTable = {
  id: string
  subject: string
  at: Date
  by_id: string | null
  by_name: string
  content_hash: string
  characters: number
  milliseconds: number
}

export type FindingTable = {
  id: string
  run_id: string
  ordinal: number
  block: number
  block_start: number
  start_at: number
  end_at: number
  quote: string
  suggestions: string[]
  class: string
  severity: '必须改' | '建议' | '提示'
  confidence: number
  rule_id: string
  basis: string
  explanation: string
  fingerprint: string
}

export type DecisionTable = {
  finding_id: string
  subject: string
  fingerprint: string
  verdict: 'accepted' | 'ignored' | 'addedWord'
  reason: string
  by_id: string | null
  by_name: string
  at: Date
  seconds: number
}

export type WordTable = {
  id: string
  kind: 'word' | 'person' | 'phrase'
  text: string
  title: string
  wrong: string[]
  valid_from: string | null
  valid_to: string | null
  by_id: string | null
  by_name: string
  at: Date
}

export type ProofreadingTables = {
  'proofreading.run': RunTable
  'proofreading.finding': FindingTable
  'proofreading.decision': DecisionTable
  'proofreading.word': WordTable
}
