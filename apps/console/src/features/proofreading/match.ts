type Rule = {
  id: string
  class: string
  name: string
  basis: string
  severity: string
  examples: { wrong: string; right: string }[]
}

/** Rules in which every one of the words stands, in name, class, basis, number or examples. */
export function matchRules<R extends Rule>(rules: readonly R[], query: string, kind: string | undefined): R[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter((rule) => {
    if (kind && rule.class !== kind) return false
    const examples = rule.examples.flatMap(({ wrong, right }) => [wrong, right])
    const all = [rule.id, rule.class, rule.name, rule.basis, rule.severity, ...examples].join('\n').toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
}

/** Classes with how many rules each has, in the order of the catalogue. */
export function classesOf(rules: readonly Rule[]): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const rule of rules) counts.set(rule.class, (counts.get(rule.class) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}
