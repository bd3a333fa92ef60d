import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const fileSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  type: z.string(),
  bytes: z.number(),
  name: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Where the file is served: `/files/<sha256>.<ext>`. */
  url: z.string(),
})
export type StoredFile = z.infer<typeof fileSchema>

export const eventSchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  /** What happened, in Chinese, without the actor. */
  label: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  subject: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Whether the daily hash chain has sealed this row. */
  sealed: z.boolean(),
})
export type EventView = z.infer<typeof eventSchema>

export const platformEndpoints = {
  health: endpoint({
    method: 'GET',
    path: '/api/health',
    summary: 'Ready to serve',
    access: 'public',
    reply: z.object({ ok: z.literal(true), demo: z.boolean(), version: z.string() }),
    errors: ['platform.stopping'],
  }),
  uploadPicture: endpoint({
    method: 'POST',
    path: '/api/files',
    summary: 'Upload a picture (JPEG, PNG, GIF, WebP)',
    access: 'session',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: fileSchema,
    errors: ['ability.missing', 'platform.unsupportedFile', 'platform.tooLarge', 'platform.storageFull'],
  }),
  listEvents: endpoint({
    method: 'GET',
    path: '/api/events',
    summary: 'The audit trail, newest first',
    access: 'session',
    query: z.object({
      kind: z.string().max(80).optional(),
      actor: z.uuid().optional(),
      subject: z.string().max(120).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({ items: z.array(eventSchema), next: z.string().nullable() }),
    errors: ['ability.missing'],
  }),
}
