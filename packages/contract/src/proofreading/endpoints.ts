import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, idParams } from '../shared.ts'
import { BLOCK_KINDS, findingSchema, proofDocumentSchema, SEVERITIES, WORD_KINDS, wordEntrySchema } from './schemas.ts'

const newWord = z.object({
  kind: z.enum(WORD_KINDS),
  text: z.string().trim().min(1).max(80),
  title: z.string().trim().max(80).default(''),
  wrong: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
})

export const proofreadingEndpoints = {
  check: endpoint({
    method: 'POST',
    path: '/api/proofreading/check',
    summary: 'Proofread a text without storing anything (live checking while writing)',
    access: 'session',
    body: z.object({ document: proofDocumentSchema, publishedOn: day.optional() }),
    bodyLimit: 4 * 1024 * 1024,
    reply: z.object({ findings: z.array(findingSchema), milliseconds: z.number() }),
    errors: ['platform.tooLarge'],
  }),
  checkDocument: endpoint({
    method: 'POST',
    path: '/api/proofreading/documents',
    summary: 'Proofread a .docx, .txt or .md; nothing is stored',
    access: 'session',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: z.object({
      blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), text: z.string() })),
      findings: z.array(findingSchema),
      milliseconds: z.number(),
    }),
    errors: ['proofreading.badDocument', 'platform.tooLarge', 'platform.busy'],
  }),
  annotateDocument: endpoint({
    method: 'POST',
    path: '/api/proofreading/documents/annotated',
    summary: 'The same file as .docx with a comment upon each finding; a text becomes a .docx',
    access: 'session',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: 'file',
    errors: ['proofreading.badDocument', 'platform.tooLarge', 'platform.busy'],
  }),
  listRules: endpoint({
    method: 'GET',
    path: '/api/proofreading/rules',
    summary: 'Every rule with its basis and examples',
    access: 'session',
    reply: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          class: z.string(),
          name: z.string(),
          basis: z.string(),
          severity: z.enum(SEVERITIES),
          examples: z.array(z.object({ wrong: z.string(), right: z.string() })),
        }),
      ),
    }),
    errors: [],
  }),
  listWords: endpoint({
    method: 'GET',
    path: '/api/proofreading/words',
    summary: "The centre's own words, names with titles, fixed phrases",
    access: 'session',
    query: z.object({
      kind: z.enum(WORD_KINDS).optional(),
      q: z.string().trim().max(40).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      items: z.array(wordEntrySchema),
      next: z.string().nullable(),
      can: z.object({ manage: z.boolean() }),
    }),
    errors: [],
  }),
  addWord: endpoint({
    method: 'POST',
    path: '/api/proofreading/words',
    summary: 'Add an entry',
    access: 'session',
    body: newWord,
    reply: wordEntrySchema,
    errors: ['wordlist.duplicate', 'ability.missing'],
  }),
  importWords: endpoint({
    method: 'POST',
    path: '/api/proofreading/words/import',
    summary: 'Take the entries of a .xlsx; the first row names the columns',
    access: 'session',
    upload: { maxBytes: 5 * 1024 * 1024 },
    reply: z.object({
      added: z.number().int(),
      known: z.number().int(),
      problems: z.array(z.object({ row: z.number().int(), why: z.enum(['missing', 'tooLong', 'badDay', 'noWrong']) })),
    }),
    errors: ['ability.missing', 'platform.unsupportedFile', 'platform.tooLarge', 'wordlist.badTable', 'wordlist.full'],
  }),
  removeWord: endpoint({
    method: 'DELETE',
    path: '/api/proofreading/words/:id',
    summary: 'Remove an entry',
    access: 'session',
    params: idParams,
    reply: 'empty',
    errors: ['platform.notFound', 'ability.missing'],
  }),
}
