/**
 * Boosted trees as flat lists. An inner node has a feature and goes left when its value is at most the cut; a leaf has
 * feature 255 and its cut is the value.
 */
export interface Gate {
  readonly roots: Uint32Array
  readonly features: Uint8Array
  readonly cuts: Float32Array
  readonly lefts: Uint32Array
  readonly rights: Uint32Array
  /** Log-odds before the first tree. */
  readonly start: number
}

export const leaf = 255

/** Probability that a proposal is right, from its features at `offset`. */
export const judge = (gate: Gate, values: Float32Array, offset: number): number => {
  const { features, cuts, lefts, rights } = gate
  let sum = gate.start
  for (const root of gate.roots) {
    let node = root
    let feature = features[node] as number
    while (feature !== leaf) {
      node = ((values[offset + feature] as number) <= (cuts[node] as number) ? lefts[node] : rights[node]) as number
      feature = features[node] as number
    }
    sum += cuts[node] as number
  }
  return 1 / (1 + Math.exp(-sum))
}
