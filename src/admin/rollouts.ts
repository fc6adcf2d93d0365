import { z } from 'zod'
import { rolloutMoves } from '#src/provisioning/rollout-moves.ts'
import {
  downTarget,
  rolloutDirections,
  rolloutSettings,
  rolloutStates,
  rolloutTenantStates,
  stopReasons,
} from '#src/provisioning/rollout.ts'
import { MAX_PAGE_SIZE, pageOutput } from '#src/shared/pagination.ts'
import { commaList } from './comma-list.ts'

export const migrationId = z
  .templateLiteral([z.string(), '/', z.string()])
  .describe('A migration, as module/name')

const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(20),
}
const moment = z.iso.datetime().nullable()
const count = z.int()

export const rolloutAddress = z.object({ rolloutId: z.uuid('This is not an id.') })

export const rolloutListInput = z.object({
  ...paging,
  state: commaList(z.enum(rolloutStates, 'There is no such state.')).describe('One or several, with commas'),
})
export type RolloutListInput = z.infer<typeof rolloutListInput>

const tenantCounts = z.object({
  total: count,
  pending: count.describe('Those that somebody works on among them'),
  running: count.describe('Those of `pending` that somebody works on at this moment'),
  succeeded: count,
  failed: count,
  skipped: count.describe('Closed before their turn came'),
})

export const rollout = z.object({
  id: z.uuid(),
  direction: z.enum(rolloutDirections),
  target: downTarget.nullable().describe('What a way back goes to; null for a way up'),
  migrations: z.array(migrationId),
  settings: rolloutSettings,
  budget: count.describe('Failures that it goes on with'),
  state: z.enum(rolloutStates),
  stopReason: z.enum(stopReasons).nullable().describe('Why it was stopped; null unless it was'),
  requestedBy: z
    .object({ id: z.uuid(), fullName: z.string() })
    .nullable()
    .describe('Who ordered it; null for the command line'),
  createdAt: z.iso.datetime(),
  startedAt: moment,
  finishedAt: moment,
  isLost: z.boolean().describe('It should go on, and nobody has worked on it for some seconds'),
  wave: count.nullable().describe('The wave whose turn it is, 0 for the canaries; null when none is left'),
  counts: tenantCounts,
})
export type Rollout = z.infer<typeof rollout>

export const rolloutPage = pageOutput(rollout)

/** Neighbouring waves that are shown as one, so that an answer stays short however many there are. */
export const rolloutWave = tenantCounts.extend({
  from: count.describe('Its number; 0 are the canaries'),
  to: count.describe('The same, or the last of several waves that are counted together'),
  startedAt: moment,
  finishedAt: moment.describe('null while any of its tenants is pending'),
})
export type RolloutWave = z.infer<typeof rolloutWave>

/** How quickly it goes, from what its last tenants have taken. */
export const rolloutPace = z.object({
  perSecond: z.number().describe('Tenants each second'),
  leftMs: z.number().describe('Until all have had their turn at this pace'),
})
export type RolloutPace = z.infer<typeof rolloutPace>

export const rolloutDetails = rollout.extend({
  marks: z
    .array(
      z.object({
        id: migrationId,
        isBreaking: z.boolean().describe('Older code cannot work with what it leaves'),
        isOnline: z.boolean().describe('An index that is built beside the writes of people'),
        isKnown: z.boolean().describe('false when the code that answers does not have it'),
      }),
    )
    .describe('Its migrations with their marks, in the order they are applied'),
  waves: z.array(rolloutWave).describe('In their order; many are counted together'),
  pace: rolloutPace.nullable().describe('null unless it runs and has got somewhere lately'),
  reversible: count.describe('Tenants that have something it has applied; 0 while it is open'),
  moves: z.array(z.enum(rolloutMoves)).describe('What can be done with it as it stands'),
})
export type RolloutDetails = z.infer<typeof rolloutDetails>

export const rolloutTenantsInput = rolloutAddress.extend({
  ...paging,
  state: commaList(z.enum(rolloutTenantStates, 'There is no such state.')).describe(
    'One or several, with commas',
  ),
  wave: z.coerce.number().int().min(0).max(1_000_000).optional().describe('0 for the canaries'),
  q: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !text.includes('\0'), 'This is no text.')
    .optional()
    .describe('A part of the subdomain'),
})
export type RolloutTenantsInput = z.infer<typeof rolloutTenantsInput>

export const rolloutTenant = z.object({
  tenantId: z.uuid(),
  subdomain: z.string(),
  wave: count,
  state: z.enum(rolloutTenantStates),
  isRunning: z.boolean().describe('Somebody works on it at this moment'),
  migrations: z.array(migrationId).describe('What was to be done with it'),
  done: z.array(migrationId),
  attempts: count,
  durationMs: z.number().describe('What all attempts took together'),
  error: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('What stopped the last attempt'),
  finishedAt: moment,
})
export type RolloutTenantRow = z.infer<typeof rolloutTenant>
export const rolloutTenantPage = pageOutput(rolloutTenant)

export const startRolloutInput = z.object({ settings: rolloutSettings.prefault({}) })

export const startDownInput = z.object({
  target: downTarget.describe(
    'What a rollout has applied, or all that is newer than a migration of a module',
  ),
  confirm: z.string().max(200).describe('The id of the rollout, or module/migration, once more'),
  settings: rolloutSettings.prefault({}),
})

export const orderedRollout = z.object({
  rolloutId: z.uuid().nullable().describe('null when no tenant has anything to do'),
})
export const movedRollout = z.object({ rolloutId: z.uuid() })
