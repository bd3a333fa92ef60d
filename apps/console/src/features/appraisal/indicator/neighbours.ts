/** The indicators before and after one, in the order of the form; undefined at the ends or when it is not among them. */
export function neighbours<T extends { id: string }>(rows: readonly T[], id: string): { previous?: T; next?: T } {
  const index = rows.findIndex((row) => row.id === id)
  if (index === -1) return {}
  const [previous, next] = [rows[index - 1], rows[index + 1]]
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) }
}
