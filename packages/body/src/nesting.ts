import { LIMITS } from './limits.ts'
import type { Block } from './types.ts'

/** Blocks as a list item may hold them: its first must be a paragraph. */
export function itemContent(blocks: Block[]): Block[] {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph') return blocks
  if (first?.type === 'heading') return [{ type: 'paragraph', content: first.content ?? [] }, ...rest]
  return [{ type: 'paragraph' }, ...blocks]
}

/** True when a container that takes `levels` levels, and a text in it, still fits below `depth`. */
export function fits(depth: number, levels: number): boolean {
  return depth + levels + 1 <= LIMITS.depth
}
