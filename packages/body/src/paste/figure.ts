import { LIMITS } from '../limits.ts'
import { storable } from '../text.ts'
import type { Picture } from '../types.ts'
import { type Context, createFlow, finish, type Flow, flush } from './flow.ts'
import { type Element, holds, plainText, type Source } from './tree.ts'

/** A `<figure>`: with one picture its caption belongs to the picture, else it is a paragraph after the figure. */
export function writeFigure(element: Element, flow: Flow, context: Context): void {
  flush(flow)
  const captions: Element[] = []
  const inner = createFlow()
  inner.level = flow.level
  context.write(
    element.children.filter((child) => !takeCaption(child, captions)),
    inner,
    context,
  )
  const blocks = finish(inner, context.depth)
  const [only] = blocks
  const caption = captions.length === 1 && captions[0] ? captionText(captions[0]) : null
  if (caption !== null && blocks.length === 1 && only?.type === 'picture') {
    flow.blocks.push(withCaption(only, caption))
    return
  }
  flow.blocks.push(...blocks)
  context.write(captions, flow, context)
}

function takeCaption(child: Source, captions: Element[]): boolean {
  if (typeof child === 'string' || child.tag !== 'figcaption') return false
  captions.push(child)
  return true
}

/** A caption that is text alone and short enough for the attribute; null when it must be written as blocks. */
function captionText(element: Element): string | null {
  if (holds(element, /^(?:img|table|ul|ol|svg|figure|mp-.*)$/)) return null
  const text = storable(plainText(element)).replace(/\s+/g, ' ').trim()
  return text.length <= LIMITS.caption ? text : null
}

function withCaption(picture: Picture, caption: string): Picture {
  return { type: 'picture', attrs: { ...picture.attrs, caption } }
}
