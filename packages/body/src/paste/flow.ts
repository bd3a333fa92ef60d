import { LIMITS } from '../limits.ts'
import type { Block, Mark } from '../types.ts'
import type { PictureSink } from './pictures.ts'
import type { Source } from './tree.ts'
import { blocksOfRun, type Piece } from './run.ts'
import { foldWordItems, type WordItem } from './word.ts'

/**
 * What holds for the source inside an element. `depth` is the level of the blocks being written (the document is level
 * 1); `write` is the writer of source nodes, handed down so that lists, tables and figures need not import it.
 */
export type Context = {
  marks: Mark[] | undefined
  pre: boolean
  inTable: boolean
  inWordItem: boolean
  depth: number
  sink: PictureSink
  write: (nodes: readonly Source[], flow: Flow, context: Context) => void
}

/** Blocks being collected for one container; `level` is set while inside a heading. */
export type Flow = { blocks: (Block | WordItem)[]; run: Piece[]; level: 2 | 3 | null }

export function createFlow(): Flow {
  return { blocks: [], run: [], level: null }
}

/** Ends the current block: what was collected of it is written. */
export function flush(flow: Flow): void {
  if (flow.run.length === 0) return
  const { level } = flow
  for (const content of blocksOfRun(flow.run, level === null))
    flow.blocks.push(level === null ? { type: 'paragraph', content } : { type: 'heading', attrs: { level }, content })
  flow.run = []
}

/** The finished blocks of a container that stands at `depth`. */
export function finish(flow: Flow, depth: number): Block[] {
  flush(flow)
  // A list level takes two levels of nodes, its text two more.
  return foldWordItems(flow.blocks, Math.max(1, Math.floor((LIMITS.depth - depth - 2) / 2)))
}

/** The blocks of nodes written into a container of their own. */
export function inside(nodes: readonly Source[], context: Context): Block[] {
  const flow = createFlow()
  context.write(nodes, flow, context)
  return finish(flow, context.depth)
}
