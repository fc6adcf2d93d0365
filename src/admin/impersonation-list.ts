import { z } from 'zod'
import { IMPERSONATION_MINUTES } from '#src/auth/impersonation.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '#src/shared/pagination.ts'
import { reasonInput } from './tenant-features.ts'

const { min, max, usual } = IMPERSONATION_MINUTES

export const startImpersonationInput = z.object({
  tenantId: z.uuid('This is not an id.'),
  userId: z.uuid('Choose a person.'),
  reason: reasonInput,
  minutes: z
    .int('Whole minutes.')
    .min(min, `At least ${min} minutes.`)
    .max(max, `At most ${max} minutes.`)
    .default(usual),
})

export const startImpersonationOutput = z.object({
  impersonationId: z.uuid(),
  url: z.url().describe('Signs in at the workspace, once and within a minute'),
  expiresAt: z.iso.datetime(),
})

export const impersonationEnds = [
  'ended',
  'expired',
  'replaced',
  'session-ended',
  'rights-lost',
  'tenant-shut',
] as const

export const impersonationRow = z.object({
  id: z.uuid(),
  tenant: z.object({ id: z.uuid(), subdomain: z.string(), businessName: z.string() }),
  admin: z.object({ id: z.uuid(), fullName: z.string() }),
  person: z.object({ id: z.uuid(), fullName: z.string() }),
  reason: z.string(),
  startedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable().describe('null while it is on'),
  endedHow: z.enum(impersonationEnds).nullable(),
})
export type ImpersonationRow = z.infer<typeof impersonationRow>

export const impersonationListInput = z.object({
  tenantId: z.uuid('This is not an id.').optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
})

export const impersonationPage = z.object({
  items: z.array(impersonationRow),
  total: z.number().int(),
  page: z.number().int(),
  limit: z.number().int(),
})
