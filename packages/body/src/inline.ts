import type { Inline, Mark, MarkType } from './types.ts'

/** The order of marks on a text, outermost first: links enclose everything, so that one link stays one element. */
const ORDER: readonly MarkType[] = ['link', 'bold', 'italic', 'underline', 'strike', 'superscript', 'subscript']

/** Marks in their fixed order, one of each type, no attributes but ours. Undefined when there are none. */
export function tidyMarks(marks: readonly Mark[] | undefined): Mark[] | undefined {
  if (!marks?.length) return undefined
  const tidy: Mark[] = []
  for (const type of ORDER) {
    const mark = marks.find((one) => one.type === type)
    if (mark) tidy.push(mark.type === 'link' ? { type: 'link', attrs: { href: mark.attrs.href } } : { type: mark.type })
  }
  return tidy.length > 0 ? tidy : undefined
}

/** True when two lists, both in their fixed order, say the same. */
export function sameMarks(left: readonly Mark[] | undefined, right: readonly Mark[] | undefined): boolean {
  if ((left?.length ?? 0) !== (right?.length ?? 0)) return false
  return (left ?? []).every((mark, index) => sameMark(mark, right?.[index]))
}

/** True when two marks are of one type and, for links, lead to one address. */
export function sameMark(left: Mark | undefined, right: Mark | undefined): boolean {
  if (!left || !right || left.type !== right.type) return false
  return left.type !== 'link' || (right.type === 'link' && left.attrs.href === right.attrs.href)
}

/**
 * The same text in its one canonical form: empty texts gone, marks in order, neighbours with equal marks merged, no
 * marks on hard breaks (nobody can see them).
 */
export function tidyInline(content: readonly Inline[] | undefined): Inline[] {
  const tidy: Inline[] = []
  for (const node of content ?? []) {
    if (node.type === 'hardBreak') tidy.push({ type: 'hardBreak' })
    else if (node.text) addText(tidy, node.text, tidyMarks(node.marks))
  }
  return tidy
}

/** Appends text, to the last node when its marks are equal. `marks` must be in their fixed order. */
export function addText(content: Inline[], text: string, marks: Mark[] | undefined): void {
  const last = content.at(-1)
  if (last?.type === 'text' && sameMarks(last.marks, marks)) last.text += text
  else content.push(marks ? { type: 'text', text, marks } : { type: 'text', text })
}
