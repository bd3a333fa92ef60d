import { expect, it } from 'vitest'
import { html, trusted } from './html.ts'

it('escapes what is put in, in text and in attributes', () => {
  const nasty = `"><script>alert('x')</script>&`
  const { markup } = html`<a title="${nasty}">${nasty}</a>`
  expect(markup).not.toContain('<script>')
  expect(markup).not.toMatch(/title="">/)
})

it('keeps markup, joins lists and leaves nothing for nothing', () => {
  expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}${false}${undefined}</ul>`.markup).toBe(
    '<ul><li>1</li><li>2</li></ul>',
  )
  expect(html`${trusted('<b>a</b>')}`.markup).toBe('<b>a</b>')
})
