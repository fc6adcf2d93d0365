import { z } from 'zod'

export const MAX_TOKEN_DAYS = 3650
const MAX_SCOPES = 200

export const apiTokenSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string().describe('the first characters of the token'),
  scopes: z.array(z.string()).describe('permissions it is limited to; * for all its person may do'),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('to within a minute'),
  expiresAt: z.iso.datetime().nullable().describe('null for never'),
})
export type ApiTokenSummary = z.infer<typeof apiTokenSummary>

const scope = z
  .string()
  .regex(/^([a-z-]{1,60}:[a-z]{1,20}|\*)$/, 'A scope is a permission such as pets:list, or *.')

export const createApiTokenInput = z.strictObject({
  name: z
    .string('Give the token a name.')
    .trim()
    .min(1, 'Give the token a name.')
    .max(80, 'At most 80 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Enter a name without control characters.'),
  scopes: z
    .array(scope)
    .min(1, 'Choose what the token may do.')
    .max(MAX_SCOPES, `At most ${MAX_SCOPES} scopes.`)
    .describe('permissions such as pets:list, none beyond your own; or * alone for all of yours'),
  expiresInDays: z.int().min(1).max(MAX_TOKEN_DAYS).optional().describe('never, when left out'),
})
export type CreateApiTokenInput = z.infer<typeof createApiTokenInput>
