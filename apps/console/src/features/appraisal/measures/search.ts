import type { MeasureView } from '@rongmei/contract'

/**
 * Measures that hold every word of the query (in name, title, description or module), those with a hit in the title
 * first. An empty query gives all of them.
 */
export function searchMeasures(measures: readonly MeasureView[], query: string): MeasureView[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const found = measures.filter((measure) => {
    const text = `${measure.name} ${measure.title} ${measure.description} ${measure.module}`
      .normalize('NFKC')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rank = (measure: MeasureView) => (words.some((word) => measure.title.toLowerCase().includes(word)) ? 0 : 1)
  return found.toSorted((left, right) => rank(left) - rank(right))
}
