import { tidyMarks } from '../inline.ts'
import type { Mark } from '../types.ts'
import type { Element } from './tree.ts'

export type Style = ReadonlyMap<string, string>

const NONE: Style = new Map()

/** The declarations of a style attribute, names and values in lower case; the last of a name wins. */
export function styleOf(element: Element): Style {
  const css = element.attrs.style
  if (!css) return NONE
  const style = new Map<string, string>()
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    style.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return style
}

/**
 * True for what the source did not show. Not `visibility: hidden`: WeChat serves its article under it and lets a script
 * reveal the text.
 */
export function isHidden(element: Element, style: Style): boolean {
  const hidden = element.attrs.hidden !== undefined && element.attrs.hidden !== 'until-found'
  return hidden || style.get('display')?.startsWith('none') === true || style.get('mso-hide') === 'all'
}

const BY_TAG: Record<string, Exclude<Mark['type'], 'link'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
}

type Switches = Map<Mark['type'], boolean>

/**
 * The marks inside an element: those outside, its tag's, and what its style switches on or off (Google Docs wraps
 * everything in `<b style="font-weight: normal">`).
 */
export function marksInside(outer: Mark[] | undefined, element: Element, style: Style): Mark[] | undefined {
  const switches: Switches = new Map()
  const tag = BY_TAG[element.tag]
  if (tag) switches.set(tag, true)
  readStyle(style, switches, outer?.some((mark) => mark.type === 'link') === true || element.tag === 'a')
  if (switches.size === 0) return outer
  const marks = (outer ?? []).filter((mark) => !switches.has(mark.type))
  for (const [type, on] of switches) if (on && type !== 'link') marks.push({ type })
  return tidyMarks(marks)
}

function readStyle(style: Style, switches: Switches, inLink: boolean): void {
  const weight = style.get('font-weight')
  if (weight && /^(?:bold|[6-9]00)/.test(weight)) switches.set('bold', true)
  else if (weight && /^(?:normal|[1-5]00)/.test(weight)) switches.set('bold', false)
  const slant = style.get('font-style')
  if (slant) switches.set('italic', /^(?:italic|oblique)/.test(slant))
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  // Links are underlined anyway: a mark of its own would survive the link's removal.
  if (line.includes('underline') && !inLink) switches.set('underline', true)
  if (line.includes('line-through')) switches.set('strike', true)
  const align = style.get('vertical-align')
  if (align?.startsWith('super')) switches.set('superscript', true)
  if (align?.startsWith('sub')) switches.set('subscript', true)
}
