import { sameMark, tidyInline } from './inline.ts'
import { isLinkTarget, isPictureSource, isStoredFile } from './urls.ts'
import type { Block, Body, Cell, Inline, ListItem, Mark, PictureAttrs, Table, TableRow } from './types.ts'

export type HtmlOptions = {
  /**
   * The markup of a picture without its caption, or null to leave the picture out. It is trusted: escape what goes into
   * it (`escapeHtml`). Without this option stored pictures are plain `<img>` and external ones are left out.
   */
  picture?: (attrs: PictureAttrs) => string | null
}

type Picture = (attrs: PictureAttrs) => string | null

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
} as const

/** Text made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '')
}

/**
 * The body as HTML for readers. Safe even for a body that skipped `parseBody` (every text and attribute is escaped,
 * every address checked again), as long as it is not nested beyond `LIMITS.depth`.
 *
 * @example toHtml(fromText('甲 < 乙')) // <p>甲 &lt; 乙</p>
 */
export function toHtml(body: Body, options: HtmlOptions = {}): string {
  return blocksHtml(body.content, options.picture ?? storedPicture)
}

function storedPicture(attrs: PictureAttrs): string | null {
  if (!isStoredFile(attrs.src)) return null
  const size = [sizeHtml('width', attrs.width), sizeHtml('height', attrs.height)].join('')
  return `<img src="${escapeHtml(attrs.src)}" alt="${escapeHtml(attrs.alt)}"${size} loading="lazy" decoding="async">`
}

function sizeHtml(name: string, pixels: number | undefined): string {
  return Number.isInteger(pixels) ? ` ${name}="${pixels}"` : ''
}

function blocksHtml(blocks: readonly Block[], picture: Picture): string {
  return blocks.map((block) => blockHtml(block, picture)).join('')
}

function blockHtml(block: Block, picture: Picture): string {
  switch (block.type) {
    case 'paragraph': {
      // An empty paragraph is somebody's way of making room; on the page the style sheet does that.
      const inner = inlineHtml(block.content)
      return inner && `<p>${inner}</p>`
    }
    case 'heading': {
      const inner = inlineHtml(block.content)
      const tag = block.attrs.level === 3 ? 'h3' : 'h2'
      return inner && `<${tag}>${inner}</${tag}>`
    }
    case 'picture':
      return figureHtml(block.attrs, picture)
    case 'horizontalRule':
      return '<hr>'
    case 'blockquote':
      return `<blockquote>${blocksHtml(block.content, picture)}</blockquote>`
    case 'bulletList':
      return `<ul>${itemsHtml(block.content, picture)}</ul>`
    case 'orderedList': {
      const { start } = block.attrs
      return `<ol${Number.isInteger(start) && start !== 1 ? ` start="${start}"` : ''}>${itemsHtml(block.content, picture)}</ol>`
    }
    case 'table':
      return tableHtml(block, picture)
    default:
      return ''
  }
}

function figureHtml(attrs: PictureAttrs, picture: Picture): string {
  if (!isPictureSource(attrs.src)) return ''
  const inner = picture(attrs)
  if (inner === null) return ''
  const caption = attrs.caption ? `<figcaption>${escapeHtml(attrs.caption)}</figcaption>` : ''
  return `<figure>${inner}${caption}</figure>`
}

function itemsHtml(items: readonly ListItem[], picture: Picture): string {
  return items.map((item) => `<li>${looseHtml(item.content, picture)}</li>`).join('')
}

/** The inside of an item or a cell: a first paragraph needs no `<p>` of its own when it stands alone. */
function looseHtml(blocks: readonly Block[], picture: Picture): string {
  const [first] = blocks
  return blocks.length === 1 && first?.type === 'paragraph' ? inlineHtml(first.content) : blocksHtml(blocks, picture)
}

/** Wide tables scroll inside a box of their own, which a keyboard must be able to reach. */
function tableHtml(table: Table, picture: Picture): string {
  const [first, ...rest] = table.content
  const headed = first !== undefined && isHeadRow(first) && rest.length > 0
  const head = headed ? `<thead>${rowHtml(first, 'col', picture)}</thead>` : ''
  const rows = (headed ? rest : table.content).map((row) => rowHtml(row, 'row', picture)).join('')
  return `<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>`
}

/** A row of headers none of which reaches down into the next row (a cell cannot leave its `<thead>`). */
function isHeadRow(row: TableRow): boolean {
  return row.content?.every((cell) => cell.type === 'tableHeader' && cell.attrs.rowspan === 1) ?? false
}

function rowHtml(row: TableRow, scope: 'col' | 'row', picture: Picture): string {
  return `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, scope, picture)).join('')}</tr>`
}

function cellHtml(cell: Cell, scope: 'col' | 'row', picture: Picture): string {
  const spans = [spanHtml('colspan', cell.attrs.colspan), spanHtml('rowspan', cell.attrs.rowspan)].join('')
  const inner = looseHtml(cell.content, picture)
  return cell.type === 'tableHeader' ? `<th scope="${scope}"${spans}>${inner}</th>` : `<td${spans}>${inner}</td>`
}

function spanHtml(name: string, span: number): string {
  return Number.isInteger(span) && span > 1 ? ` ${name}="${span}"` : ''
}

/** Inline content; marks shared by neighbours stay open across them, so that one link is one `<a>`. */
function inlineHtml(content: readonly Inline[] | undefined): string {
  let html = ''
  const open: Mark[] = []
  const closeTo = (depth: number) => {
    for (
      let mark = open.length > depth ? open.pop() : undefined;
      mark;
      mark = open.length > depth ? open.pop() : undefined
    )
      html += closeTag(mark)
  }
  for (const node of tidyInline(content)) {
    if (node.type === 'hardBreak') {
      html += '<br>'
      continue
    }
    const marks = (node.marks ?? []).filter((mark) => mark.type !== 'link' || isLinkTarget(mark.attrs.href))
    let shared = 0
    while (shared < open.length && sameMark(open[shared], marks[shared])) shared += 1
    closeTo(shared)
    for (const mark of marks.slice(shared)) {
      open.push(mark)
      html += openTag(mark)
    }
    html += escapeHtml(node.text)
  }
  closeTo(0)
  return html
}

function openTag(mark: Mark): string {
  return mark.type === 'link'
    ? `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener nofollow">`
    : `<${TAGS[mark.type]}>`
}

function closeTag(mark: Mark): string {
  return mark.type === 'link' ? '</a>' : `</${TAGS[mark.type]}>`
}
