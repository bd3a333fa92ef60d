import type { Form } from '@rongmei/appraisal'

const PRIVATE: readonly RegExp[] = [
  /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[a-z]{2,8})+/gi,
]

/** A text without markup and without phone numbers, identity numbers and addresses, as it may go out. */
export function stripped(text: string): string {
  const plain = text.replace(/<\/?[a-z][^<>]{0,500}>/gi, '').replace(/&nbsp;/g, ' ')
  return PRIVATE.reduce((left, pattern) => left.replace(pattern, '（已略）'), plain).trim()
}

/** A form as the public may have it: every text stripped, without where the cells were read from. */
export function publicForm(form: Form): Form {
  const { src: _, ...open } = form
  return {
    ...open,
    name: stripped(form.name),
    title: stripped(form.title),
    dept: stripped(form.dept),
    unit: stripped(form.unit),
    goals: { expected: stripped(form.goals.expected), actual: stripped(form.goals.actual) },
    indicators: form.indicators.map(({ src: __, ...row }) => ({
      ...row,
      l1: stripped(row.l1),
      l2: stripped(row.l2),
      l3: stripped(row.l3),
      target: stripped(row.target),
      actual: stripped(row.actual),
      deviation: stripped(row.deviation),
    })),
    warnings: [],
  }
}

/** Codes of the lint findings that speak against publishing. */
export const PUBLISHING: readonly string[] = ['personal-data', 'typing']
