import { escapeHtml } from '@rongmei/body'

/** Markup that is safe to send: only `html` and `trusted` make it. */
export type Html = { readonly markup: string }
type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Builds markup; everything put in is escaped unless it is markup itself. Null, false and undefined put in nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((text, string, i) => text + string + (i < parts.length ? write(parts[i]) : ''), '') }
}

/** Markup from a renderer that has escaped it already. */
export function trusted(markup: string): Html {
  return { markup }
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(write).join('')
  if (typeof part === 'object') return (part as Html).markup
  return escapeHtml(String(part))
}
