import { parentPort, workerData } from 'node:worker_threads'
import {
  AppraisalError,
  gridOfBytes,
  layoutKey,
  lint,
  type Mapping,
  readBytes,
  readFiles,
  type ReadResult,
} from '@rongmei/appraisal'
import type { Layouts, ReaderAnswer } from './import.reader.ts'

const { bytes, name, layouts } = workerData as { bytes: Uint8Array; name: string; layouts: Layouts }
/** Rows and columns of a table that a person could still map by eye. */
const MOST_ROWS = 1_000
const MOST_COLUMNS = 40
const SHORTEST_TABLE = 3

/** Reads one file, or a zip of files, in a thread of its own; what goes wrong is an answer, not a crash. */
async function read(): Promise<ReaderAnswer> {
  try {
    const results: ReadResult[] = []
    const unread: string[] = []
    let refused: AppraisalError | undefined
    for await (const one of readFiles(name, bytes)) {
      if (one.result) results.push(one.result)
      else {
        unread.push(`「${one.file}」没有读入：${one.refused.message}`)
        refused = one.refused
      }
    }
    if (results.length === 0 && refused) return { refused: refused.key, reason: refused.message }
    const known = results.every((result) => result.projects.length === 0) ? await byLayout() : null
    const result = joined(known?.result ? [known.result] : results)
    return { result, lint: result.projects.map((form) => lint(form)), unread, grid: known?.grid ?? null }
  } catch (error) {
    if (error instanceof AppraisalError) return { refused: error.key, reason: error.message }
    return { refused: 'damaged', reason: '' }
  }
}

/** A file in which no form was recognised: read by a mapping that a person made before, else the bare table. */
async function byLayout(): Promise<{ result: ReadResult | null; grid: string[][] | null } | null> {
  const grid = await gridOf()
  if (!grid) return null
  const mappings = new Map(layouts.map(({ key, mapping }) => [key, mapping]))
  for (const [row] of grid.entries()) {
    const mapping: Mapping | undefined = mappings.get(layoutKey(grid, row))
    if (mapping) return { result: await readBytes(bytes, { ...mapping, headerRow: row }), grid }
  }
  return { result: null, grid }
}

/** null for a zip of several files, and for what is no table. */
async function gridOf(): Promise<string[][] | null> {
  try {
    const grid = (await gridOfBytes(bytes)).map((line) => line.cells)
    const widest = Math.max(0, ...grid.map((cells) => cells.length))
    const fits = grid.length <= MOST_ROWS && widest <= MOST_COLUMNS
    return fits && grid.length >= SHORTEST_TABLE && widest >= SHORTEST_TABLE ? grid : null
  } catch (error) {
    if (error instanceof AppraisalError) return null
    throw error
  }
}

function joined(results: ReadResult[]): ReadResult {
  let shift = 0
  const blocks = results.flatMap((result) => {
    const moved = result.src.blocks.map((block) => ({
      ...block,
      project: block.project === null ? null : block.project + shift,
    }))
    shift += result.projects.length
    return moved
  })
  const first = results[0]
  return {
    schema: 'rongmei-appraisal/1',
    projects: results.flatMap((result) => result.projects),
    confidence: Math.min(1, ...results.map((result) => result.confidence)),
    warnings: results.flatMap((result) => result.warnings),
    src: { kind: first?.src.kind ?? 'other', blocks },
  }
}

parentPort?.postMessage(await read())
