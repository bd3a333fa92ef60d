export type SeenTable = { day: string; visitor: Buffer; story_id: string; rolled: boolean }
export type SaltTable = { day: string; salt: Buffer }
export type DailyTable = { story_id: string; day: string; reads: number }

export type ReaderTables = { 'reader.seen': SeenTable; 'reader.salt': SaltTable; 'reader.daily': DailyTable }
