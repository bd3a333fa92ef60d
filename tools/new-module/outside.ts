/** What a module has outside the server: its promises, which are none yet, and a journey that fails until it is walked. */
export const CONTRACT: Record<string, string> = {
  'schemas.ts': `
import { z } from 'zod'
import { instant, personRef } from '../shared.ts'

export const {{noun}}Schema = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  rev: z.number().int(),
  by: personRef,
  at: instant,
})
export type {{Noun}} = z.infer<typeof {{noun}}Schema>
`,
  'endpoints.ts': `
export const {{name}}Endpoints = {}
`,
  'errors.zh.ts': `
export const {{name}}Errors = {
  '{{noun}}.wrongState': [409, '当前状态下不能这样做'],
} as const satisfies Record<string, readonly [number, string]>
`,
}

export const JOURNEY = `
import { expect, test } from 'vitest'

test('{{name}}: a person adds the first {{noun}}', () => {
  expect.fail('write the journey: sign in, open the page, add a {{noun}} by its label, see it in the list')
})
`

/** What is left to do by hand, printed at the end. */
export const NEXT = `
Now, in this order:
  packages/contract/src/{{name}}/ schemas, endpoints, sentences; then index.ts and errors.ts there take them in
  apps/server/src/modules/{{name}}/ domain with its cases, migration, policy, routes; its README's first sentence
  apps/server/src/app.ts one line in the list of modules
  docs/glossary.md the Chinese words of {{name}} and {{noun}}
  apps/console/src/features/{{name}}/ the screens, from the shells in ui/
  e2e/{{name}}.journey.ts walk it
  node tools/map.ts --write && npm run check
`
