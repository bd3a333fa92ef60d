const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of people ended: name and id, because names repeat. */
export type Place = { name: string; id: string }

/** At most 196 characters for the longest name, 40 characters of three bytes. */
export function writeCursor(place: Place): string {
  return `${place.id}${Buffer.from(place.name).toString('base64url')}`
}

/** @returns null when the text is no cursor of ours */
export function readCursor(cursor: string): Place | null {
  const id = cursor.slice(0, 36)
  const name = Buffer.from(cursor.slice(36), 'base64url').toString()
  return UUID.test(id) && !/[\0\uFFFD]/.test(name) ? { name, id } : null
}
