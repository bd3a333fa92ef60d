/** Bounds on anything from outside. Generous: the ten published forms together are 26,000 characters and 309 lines. */
export const LIMITS = {
  /** characters of a text, bytes of an uploaded document */
  size: 20_000_000,
  rows: 200_000,
  columns: 256,
  cellChars: 50_000,
  forms: 20_000,
  /** bytes a .docx or .xlsx may unpack to, and parts it may hold */
  unpacked: 200_000_000,
  parts: 5_000,
  /** forms in one written document */
  written: 500,
  /** the same for PDF, which is laid out in memory */
  writtenPdf: 100,
  /** bytes of a .doc, whose library works through its whole text for every paragraph */
  sizeDoc: 7_000_000,
  /** pages of a .pdf and pieces of text on them */
  pages: 600,
  pieces: 500_000,
  /** pieces of text on one PDF page times lines drawn on it */
  pageWork: 100_000_000,
  /** elements open within each other in an HTML page: the parser searches them all at every tag */
  depth: 1_000,
  /** files in a folder or zip, and how deep zips in zips are opened */
  files: 2_000,
  nesting: 2,
} as const
