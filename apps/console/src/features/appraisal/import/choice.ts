import type { ImportPreview } from '@rongmei/contract'
import type { UploadLimit } from '../../../lib/uploads.ts'

export type PreviewForm = ImportPreview['forms'][number]

/** A form that can be imported: it has a name, a year and at least one indicator. Others are shown and explained. */
export function importable(form: PreviewForm): boolean {
  return (
    form.name !== '' && form.year !== null && form.indicators > 0 && form.kind !== '申报表' && form.kind !== 'other'
  )
}

/** What is ticked at first: every importable form that would overwrite nothing. */
export function startingChoice(forms: readonly PreviewForm[]): string[] {
  return forms.filter((form) => importable(form) && !form.exists).map((form) => form.name)
}

/** Whether the ticked forms include one whose project exists already, so that 替换 must be decided. */
export function needsReplace(forms: readonly PreviewForm[], names: readonly string[]): boolean {
  return forms.some((form) => form.exists && names.includes(form.name))
}

/** Rows whose reading is less sure than this carry a mark and are listed first for the eye. */
export const SURE = 0.9

export function isUnsure(row: { confidence: number }): boolean {
  return row.confidence < SURE
}

/** What the file chooser takes; the server looks at the content again. */
export const FORM_FILES: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.txt', '.docx', '.xlsx', '.xlsm', '.pdf', '.html', '.htm', '.doc', '.json', '.zip'],
  words: ' Word、Excel、PDF、网页、文本、数据包，或装着它们的 .zip 文件',
}
