/** What the cleaning did that a person may want to know. */
export const PASTE_NOTES = [
  /** Nothing was read: the input is beyond `LIMITS.html`. */
  'tooLarge',
  /** Nested beyond reason; read as plain text. */
  'tooDeep',
  'script',
  /** A player, frame or plug-in was dropped. */
  'embed',
  /** A drawing was dropped; text inside it was kept. */
  'drawing',
  /** Text that the source did not show. */
  'hidden',
  /** Word's review comments. */
  'comment',
  /** A WeChat card became a line of text. */
  'card',
  /** A table inside a table became paragraphs of its cell. */
  'nestedTable',
  /** A table used only as a frame was unwrapped. */
  'layoutTable',
  'externalPicture',
  /** A picture inside the HTML, to be uploaded. */
  'embeddedPicture',
  /** A picture whose bytes are not in the HTML and not on the web (Word's local files). */
  'lostPicture',
  /** A counting pixel or a place holder. */
  'blankPicture',
  /** A link to nowhere a reader may be sent; its text was kept. */
  'droppedLink',
] as const

export type PasteNoteKind = (typeof PASTE_NOTES)[number]
export type PasteNote = { kind: PasteNoteKind; count: number }

export type Notes = { add: (kind: PasteNoteKind) => void; list: () => PasteNote[] }

/** A tally of notes, listed in the order of `PASTE_NOTES`. */
export function createNotes(): Notes {
  const counts = new Map<PasteNoteKind, number>()
  return {
    add: (kind) => {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
    list: () =>
      PASTE_NOTES.flatMap((kind) => {
        const count = counts.get(kind)
        return count === undefined ? [] : [{ kind, count }]
      }),
  }
}
