import type { Form, ReadResult } from './model.ts'
import { readGrid } from './read/read.ts'
import type { WriteOptions } from './write/options.ts'

/*
 * The doors to Word and Excel. Their libraries take a third of a second to load, which reading and scoring text, or a
 * server that starts, need not wait for: each is loaded when first used.
 */

/**
 * Reads forms from a Word document: its tables with merged cells, and the paragraphs between them (titles).
 *
 * @throws AppraisalError for anything that is no readable .docx, or too large
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  return (await import('./read/docx.ts')).readDocx(bytes)
}

/**
 * Reads forms from an Excel workbook: every visible sheet, formulas by their stored result, numbers as printed.
 *
 * @throws AppraisalError for anything that is no readable workbook, or too large
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult> {
  return (await import('./read/xlsx.ts')).readXlsx(bytes)
}

/**
 * Reads forms from a PDF with text: cells by the lines drawn around them, else columns by x and rows by y.
 *
 * @throws AppraisalError when it is no readable PDF, protected, too large, or a scan without text
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  return readGrid(await (await import('./read/pdf.ts')).gridOfPdf(bytes))
}

/**
 * Reads forms from an old Word document (.doc).
 *
 * @throws AppraisalError when it is no readable .doc, or too large
 */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  return readGrid(await (await import('./read/doc.ts')).gridOfDoc(bytes))
}

/** Reads forms from the tables of an HTML page. */
export async function readHtml(html: string): Promise<ReadResult> {
  return readGrid((await import('./read/html.ts')).gridOfHtml(html))
}

/**
 * Writes forms as one Word document in the official layout, a section and page for each.
 *
 * @throws AppraisalError when there is nothing to write or too much
 */
export async function writeDocx(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  return (await import('./write/docx.ts')).writeDocx(forms, options)
}

/**
 * Writes forms as one Excel workbook in the official layout, a sheet for each.
 *
 * @throws AppraisalError when there is nothing to write, too much, or a text longer than Excel allows
 */
export async function writeXlsx(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  return (await import('./write/xlsx.ts')).writeXlsx(forms, options)
}

/**
 * Writes forms as one PDF in the official layout, fonts embedded.
 *
 * @throws AppraisalError when there is nothing to write or too much
 */
export async function writePdf(forms: readonly Form[], options: WriteOptions = {}): Promise<Uint8Array> {
  return (await import('./write/pdf.ts')).writePdf(forms, options)
}
