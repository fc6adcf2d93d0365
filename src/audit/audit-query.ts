import { z } from 'zod'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '#src/shared/pagination.ts'

/** Lists count and page this far; whoever needs more narrows the time or exports. */
export const MAX_LISTED = 10_000

const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'This is no date.')
  .refine((text) => text >= '1970' && text < '2200', 'This is no date of ours.')
const name = z.string().regex(/^[\w.:-]{1,100}$/, 'This is no name.')

/** What the log can be narrowed to. */
export const auditFilters = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Words of the entry or of who acted; each may be a beginning'),
  actorId: z.uuid('This is not an id.').optional(),
  action: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'This is no action.')
    .optional()
    .describe('An action such as `pets.update`, or its beginning such as `auth.`'),
  resourceType: name.optional(),
  resourceId: name.optional(),
  from: moment.optional().describe('A moment, or a day in UTC'),
  to: moment.optional().describe('A moment, or the last day in UTC'),
})
export type AuditFilters = z.infer<typeof auditFilters>

/** One page, the newest first. */
export const auditListInput = auditFilters
  .extend({
    page: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  })
  .refine(({ page, limit }) => page * limit <= MAX_LISTED, {
    path: ['page'],
    message: `Lists end at ${MAX_LISTED} entries. Narrow the time, or export.`,
  })

export const auditEntry = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  action: z.string(),
  actor: z.object({
    kind: z.enum(['user', 'platform', 'visitor', 'system']),
    id: z.uuid().nullable(),
    name: z.string().nullable(),
    impersonator: z
      .object({ id: z.uuid(), name: z.string() })
      .optional()
      .describe('Who of the platform acted as this person'),
  }),
  resource: z.object({ type: z.string(), id: z.string().nullable() }),
  details: z.record(z.string(), z.unknown()).describe('`before` and `after` of a change, without secrets'),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
})
export type AuditRecord = z.infer<typeof auditEntry>

export const auditPage = z.object({
  items: z.array(auditEntry),
  total: z
    .number()
    .int()
    .describe(
      `Matches that can be listed: the newest ${MAX_LISTED}; for a word of many entries some hundreds`,
    ),
  isTotalExact: z.boolean(),
  page: z.number().int(),
  limit: z.number().int(),
})

export const auditExportInput = auditFilters.extend({
  format: z.enum(['csv', 'json']).default('csv'),
  cursor: z.string().refine(isCursor, 'This is no cursor.').optional().describe('`next` of the part before'),
})
export const auditExportPart = z.object({ text: z.string(), next: z.string().nullable() })

/** Where an entry stands in the order of lists; the moment has microseconds. */
export type EntryPosition = { id: string; at: string }

export function printCursor({ at, id }: EntryPosition): string {
  return `${at}|${id}`
}

export function readCursor(cursor: string): EntryPosition {
  const [at = '', id = ''] = cursor.split('|')
  return { at, id }
}

function isCursor(cursor: string): boolean {
  const { at, id } = readCursor(cursor)
  return z.iso.datetime().safeParse(at).success && at >= '1970' && z.uuid().safeParse(id).success
}
