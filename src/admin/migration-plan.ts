import { z } from 'zod'
import { MAX_PAGE_SIZE, pageOutput } from '#src/shared/pagination.ts'
import { migrationId } from './rollouts.ts'

export const migrationPlanInput = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(20),
  migration: z
    .string()
    .regex(/^[a-z0-9-]{1,60}\/\d{4}_[a-z0-9_]{1,100}$/, 'Give it as module/name.')
    .optional()
    .describe('Tenants that lack this migration only, as module/name'),
})
export type MigrationPlanInput = z.infer<typeof migrationPlanInput>

const tenants = z.int().describe('So many tenants')

/** A migration that not all tenants have as the code has it. */
export const plannedMigration = z.object({
  id: migrationId,
  isBreaking: z.boolean().describe('Older code cannot work with what it leaves'),
  isOnline: z.boolean().describe('An index that is built beside the writes of people'),
  missing: tenants.describe('Tenants that lack it'),
  changed: tenants.describe(
    'Tenants that have it in another form: nothing is started until its file is restored',
  ),
  unknown: tenants.describe('Tenants that have it from newer code; it is left alone'),
})
export type PlannedMigration = z.infer<typeof plannedMigration>

export const plannedTenant = z.object({
  tenantId: z.uuid(),
  subdomain: z.string(),
  missing: z.array(migrationId),
  changed: z.array(migrationId),
  unknown: z.array(migrationId),
})
export type PlannedTenant = z.infer<typeof plannedTenant>

export const migrationPlan = z.object({
  checked: z
    .object({ tenants: z.int(), modules: z.int(), migrations: z.int() })
    .describe('What was compared: tenants that have a schema, and all that this code has'),
  behind: z.int().describe('Tenants that lack anything'),
  migrations: z.array(plannedMigration).describe('In the order they are applied'),
  nodesBehind: z
    .array(z.string())
    .describe(
      'Processes that live and whose code a missing migration would break: nothing is started until they are gone',
    ),
  tenants: pageOutput(plannedTenant),
})
export type MigrationPlan = z.infer<typeof migrationPlan>
