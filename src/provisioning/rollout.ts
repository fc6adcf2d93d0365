import { z } from 'zod'

export const rolloutDirections = ['up', 'down'] as const
export type RolloutDirection = (typeof rolloutDirections)[number]

/** `paused` by somebody, `stopped` by failures or for good; the last two are ends, `failed` with tenants left behind. */
export const rolloutStates = ['pending', 'running', 'paused', 'stopped', 'succeeded', 'failed'] as const
export type RolloutState = (typeof rolloutStates)[number]

/** Why one was stopped: a canary failed, more failed than the budget allows, somebody gave it up. */
export const stopReasons = ['canary', 'budget', 'cancelled'] as const
export type StopReason = (typeof stopReasons)[number]

/** `skipped` are tenants that were closed before their turn came. */
export const rolloutTenantStates = ['pending', 'succeeded', 'failed', 'skipped'] as const
export type RolloutTenantState = (typeof rolloutTenantStates)[number]

const share = z.number().gt(0).max(1)

function whole(min: number, max: number) {
  return z.int('Give a whole number.').min(min, `At least ${min}.`).max(max, `At most ${max}.`)
}

/** How a rollout goes through the fleet. */
export const rolloutSettings = z.object({
  canary: z
    .union([z.object({ share }), z.object({ tenantIds: z.array(z.uuid()).min(1).max(1_000) })])
    .default({ share: 0.02 })
    .describe('Who goes first: a share of the tenants, at least one, or named ones'),
  waveSize: whole(1, 10_000).default(100).describe('Tenants of each wave behind the canaries'),
  concurrency: whole(1, 32).default(4).describe('Tenants at a time, over all processes'),
  errorBudget: z
    .union([z.object({ count: whole(0, 1_000_000) }), z.object({ share: z.number().min(0).max(1) })])
    .default({ count: 0 })
    .describe('Failures that it goes on with; of the canaries none may fail'),
  lockTimeoutMs: whole(10, 60_000).default(2_000).describe('Longest wait for a lock, in milliseconds'),
  statementTimeoutMs: whole(100, 3_600_000)
    .default(60_000)
    .describe('Longest time of a statement, in milliseconds'),
  maxAttempts: whole(1, 20)
    .default(6)
    .describe('How often a tenant is tried when the cause may pass, such as a lock'),
})
export type RolloutSettings = z.infer<typeof rolloutSettings>

const migrationName = z.string().regex(/^\d{4}_[a-z0-9_]+$/)

/** What a way back goes to: to before a rollout, in the tenants it has touched, or to a migration of a module, everywhere. */
export const downTarget = z.union([
  z.object({ rolloutId: z.uuid() }),
  z.object({ module: z.string().max(60), to: migrationName.describe('The newest migration that stays') }),
])
export type DownTarget = z.infer<typeof downTarget>

/** A migration as people name it. */
export type MigrationId = `${string}/${string}`

/** How far a rollout is. */
export type RolloutCounts = Record<RolloutTenantState, number> & { total: number; running: number }

export type RolloutSummary = {
  id: string
  direction: RolloutDirection
  target: DownTarget | null
  migrations: MigrationId[]
  settings: RolloutSettings
  budget: number
  state: RolloutState
  stopReason: StopReason | null
  requestedBy: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  /** nobody has worked on it for some seconds, though somebody should */
  isLost: boolean
  wave: number | null
  counts: RolloutCounts
}

export type RolloutTenant = {
  tenantId: string
  subdomain: string
  wave: number
  state: RolloutTenantState
  /** somebody works on it at this moment */
  isRunning: boolean
  migrations: MigrationId[]
  done: MigrationId[]
  attempts: number
  durationMs: number
  error: { code: string; message: string } | null
  finishedAt: string | null
}
