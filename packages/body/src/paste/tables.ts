import { LIMITS } from '../limits.ts'
import { cellContent, clampSpan, squareTable } from '../tables.ts'
import type { Cell } from '../types.ts'
import { type Context, type Flow, flush, inside } from './flow.ts'
import { fits } from '../nesting.ts'
import { marksInside, styleOf } from './style.ts'
import { type Element, holds, type Source } from './tree.ts'

/** The parts of a table: its rows of cells, and what stands in it but in no cell (a caption, stray text). */
type Parts = { rows: Element[][]; stray: Source[] }

const TABLE = /^table$/
const SECTIONS = new Set(['thead', 'tbody', 'tfoot', 'form', 'center'])

/**
 * A table. One inside another becomes paragraphs of the outer cell; one that only frames (a single cell around another
 * table, or `role="presentation"`) is unwrapped. What stands outside the cells goes before the table, as in browsers.
 */
export function writeTable(element: Element, flow: Flow, context: Context): void {
  flush(flow)
  const parts = partsOf(element)
  const cells = parts.rows.flat()
  const frame = /^(?:presentation|none)$/.test(element.attrs.role ?? '')
  const around = cells.length === 1 && cells.every((cell) => holds(cell, TABLE))
  writeStray(parts.stray, flow, context)
  if (context.inTable || frame || around || !fits(context.depth, 3)) {
    context.sink.notes.add(frame || (around && !context.inTable) ? 'layoutTable' : 'nestedTable')
    for (const cell of cells) writeStray([cell], flow, context)
    return
  }
  const inner = { ...context, depth: context.depth + 3, inTable: true }
  const table = squareTable(parts.rows.map((row) => row.map((cell) => cellOf(cell, inner))))
  if (table) flow.blocks.push(table)
}

function writeStray(nodes: readonly Source[], flow: Flow, context: Context): void {
  context.write(nodes, flow, context)
  flush(flow)
}

function partsOf(table: Element): Parts {
  const parts: Parts = { rows: [], stray: [] }
  collect(table.children, parts)
  return parts
}

function collect(nodes: readonly Source[], parts: Parts): void {
  let loose: Element[] | null = null
  for (const node of nodes) {
    const tag = typeof node === 'string' ? '' : node.tag
    if (typeof node !== 'string' && (tag === 'td' || tag === 'th')) {
      if (!loose) parts.rows.push((loose = []))
      loose.push(node)
      continue
    }
    if (typeof node === 'string' || !(tag === 'tr' || SECTIONS.has(tag))) {
      parts.stray.push(node)
      continue
    }
    loose = null
    if (tag === 'tr') collectRow(node, parts)
    else collect(node.children, parts)
  }
}

function collectRow(row: Element, parts: Parts): void {
  const cells: Element[] = []
  parts.rows.push(cells)
  for (const node of row.children) {
    if (typeof node !== 'string' && (node.tag === 'td' || node.tag === 'th')) cells.push(node)
    else parts.stray.push(node)
  }
}

function cellOf(element: Element, context: Context): Cell {
  const marks = marksInside(context.marks, element, styleOf(element))
  return {
    type: element.tag === 'th' ? 'tableHeader' : 'tableCell',
    attrs: {
      colspan: clampSpan(element.attrs.colspan, LIMITS.colspan),
      rowspan: clampSpan(element.attrs.rowspan, LIMITS.rowspan),
    },
    content: cellContent(inside(element.children, { ...context, marks })),
  }
}
