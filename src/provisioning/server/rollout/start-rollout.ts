import type { ClientBase, Pool } from 'pg'
import { appendAuditOn, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { DownTarget, MigrationId, RolloutDirection, RolloutSettings } from '../../rollout.ts'
import { migrationId, pickMigrations, type FleetMigrations } from './fleet-migrations.ts'
import { listGaps } from './fleet-plan.repository.ts'
import { planDown } from './plan-down.ts'
import { budgetOf, planWaves } from './plan-waves.ts'
import { requireReadyNodes } from './ready-nodes.repository.ts'
import { insertRollout } from './rollout.repository.ts'
import { executeRolloutTask, rolloutJobKey } from './rollout.tasks.ts'

type Order = {
  migrations: FleetMigrations
  settings: RolloutSettings
  actor: AuditActor
  /** whether a worker begins at once; the command line works itself */
  queue: boolean
}

/** What is to be done in each tenant that has anything to do. */
type Todo = { tenantId: string; migrations: MigrationId[] }[]

/**
 * Orders that all tenants get what they lack.
 * @returns the rollout's id, or nothing when no tenant lacks anything
 * @throws AppError MIGRATIONS_CHANGED, NODES_BEHIND, ROLLOUT_OPEN, VALIDATION_FAILED when no named canary lacks anything
 */
export async function startRollUp(pool: Pool, order: Order): Promise<string | null> {
  return withPlatformTransaction(pool, async (client) => {
    const gaps = await listGaps(client, order.migrations)
    const changed = [...new Set(gaps.flatMap((gap) => gap.changed))]
    if (changed.length > 0) throw new AppError('MIGRATIONS_CHANGED', { details: { migrations: changed } })
    const todo = gaps
      .filter(({ missing }) => missing.length > 0)
      .map(({ tenantId, missing }) => ({ tenantId, migrations: missing }))
    return writeOrder(client, order, { direction: 'up', target: null, todo })
  })
}

/**
 * Orders that migrations are taken back.
 * @returns the rollout's id, or nothing when no tenant has any of them
 * @throws AppError NOT_FOUND for an unknown target, ROLLOUT_OPEN, VALIDATION_FAILED when no named canary has any of them
 */
export async function startRollDown(
  pool: Pool,
  { target, ...order }: Order & { target: DownTarget },
): Promise<string | null> {
  return withPlatformTransaction(pool, async (client) => {
    const todo = await planDown(client, target, order.migrations)
    return writeOrder(client, order, { direction: 'down', target, todo })
  })
}

async function writeOrder(
  client: ClientBase,
  { migrations: fleet, settings, actor, queue }: Order,
  { direction, target, todo }: { direction: RolloutDirection; target: DownTarget | null; todo: Todo },
): Promise<string | null> {
  if (todo.length === 0) return null
  requireCanaries(todo, settings)
  const named = pickMigrations(fleet, [...new Set(todo.flatMap((one) => one.migrations))])
  if (direction === 'up')
    await requireReadyNodes(
      client,
      named.filter(({ breaking }) => breaking),
    )
  const waves = planWaves(
    todo.map(({ tenantId }) => tenantId),
    settings,
  )
  const byTenant = new Map(todo.map(({ tenantId, migrations }) => [tenantId, migrations]))
  const rolloutId = await insertRollout(client, {
    ...{ direction, target, settings, requestedBy: actor.userId },
    migrations: named.map((migration) => ({ id: migrationId(migration), checksum: migration.checksum })),
    budget: budgetOf(settings, todo.length),
    tenants: [...waves].map(([tenantId, wave]) => ({
      tenantId,
      wave,
      migrations: byTenant.get(tenantId) ?? [],
    })),
  }).catch((error: unknown) => {
    if (sqlstateOf(error) === SQLSTATE.uniqueViolation) throw new AppError('ROLLOUT_OPEN', { cause: error })
    throw error
  })
  await appendAuditOn(client, {
    tenantId: null,
    actor,
    action: 'rollouts.start',
    resource: { type: 'rollouts', id: rolloutId },
    details: { direction, target, settings, tenants: todo.length, migrations: listIds(named) },
  })
  if (queue) {
    await enqueueOn(client, executeRolloutTask, { payload: { rolloutId }, key: rolloutJobKey(rolloutId) })
  }
  return rolloutId
}

/** Nobody would go first where none of the named tenants has anything to do. */
function requireCanaries(todo: Todo, { canary }: Pick<RolloutSettings, 'canary'>): void {
  if ('share' in canary || todo.some(({ tenantId }) => canary.tenantIds.includes(tenantId))) return
  const fields = { 'settings.canary': ['None of these tenants has anything to do.'] }
  throw new AppError('VALIDATION_FAILED', { details: { fields } })
}

function listIds(migrations: readonly Migration[]): MigrationId[] {
  return migrations.map(migrationId)
}
