/** A mark that has lost its partner, or two partners of different shape. */
export interface Unpaired {
  readonly opens: readonly number[]
  readonly closes: readonly number[]
  /** Offsets of an opening and a closing mark that met but do not belong together. */
  readonly crossed: readonly (readonly [number, number])[]
  /** Offsets of pairs that stand directly within a pair of the same shape; 《〈《》〉》 alternates and is right. */
  readonly nested: readonly (readonly [number, number])[]
}

/**
 * Pairs marks within one block. `kinds` maps every mark to its pair's index: even positions open, odd ones close
 * ('（）《》'). Marks of one shape are paired apart from the others, but a closing mark that would jump over an open one of another
 * shape crosses it.
 */
export const pairMarks = (text: string, kinds: string, skip: (at: number) => boolean = () => false): Unpaired => {
  const opens: number[] = []
  const closes: number[] = []
  const crossed: [number, number][] = []
  const inner: { parent: number; pair: readonly [number, number] }[] = []
  const stack: { kind: number; at: number }[] = []
  const depth = new Map<number, number>()
  const pop = () => {
    const top = stack.pop()
    if (top) depth.set(top.kind, (depth.get(top.kind) ?? 1) - 1)
    return top
  }
  for (let at = 0; at < text.length; at++) {
    const mark = kinds.indexOf(text.charAt(at))
    if (mark === -1 || skip(at)) continue
    const kind = mark >> 1
    if (mark % 2 === 0) {
      stack.push({ kind, at })
      depth.set(kind, (depth.get(kind) ?? 0) + 1)
    } else if (stack.at(-1)?.kind === kind) {
      const open = pop()
      const parent = stack.at(-1)
      if (open && parent?.kind === kind) inner.push({ parent: parent.at, pair: [open.at, at] })
    } else if ((depth.get(kind) ?? 0) > 0) {
      // Everything opened since the partner stays open: those marks are unclosed.
      while (stack.at(-1)?.kind !== kind) opens.push(pop()?.at ?? at)
      pop()
    } else if (stack.length > 0 && sameFamily(text, stack.at(-1)?.at ?? 0, at)) {
      crossed.push([pop()?.at ?? at, at])
    } else {
      closes.push(at)
    }
  }
  for (const { at } of stack) opens.push(at)
  const unclosed = new Set(opens)
  // Within a mark that never closes nothing is nested: the slip is the missing mark.
  const nested = inner.filter(({ parent }) => !unclosed.has(parent)).map(({ pair }) => pair)
  return { opens: opens.toSorted((a, b) => a - b), closes, crossed, nested }
}

const families = ['（）()', '【】〔〕[]［］', '《》〈〉']

const sameFamily = (text: string, a: number, b: number) =>
  families.some((family) => family.includes(text.charAt(a)) && family.includes(text.charAt(b)))
