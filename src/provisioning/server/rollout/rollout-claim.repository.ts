import type { ClientBase } from 'pg'
import { settleInOrder } from '#src/db/server/settle-in-order.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { MigrationId, RolloutTenantState, StopReason } from '../../rollout.ts'

/** First key of the advisory locks that bound how many tenants of a rollout are worked on at a time. */
const SLOT_LOCK_SPACE = 7_203_119
/** First key of those that tell which tenants that are. */
export const IN_HAND_LOCK_SPACE = 7_203_120

/** A tenant that is worked on, until the transaction that claimed it ends. */
export type Claim = {
  tenant: TenantPlacement
  wave: number
  /** still to be done */
  left: MigrationId[]
  attempts: number
}

/**
 * Takes the next tenant whose turn it is (platform scope): of the first wave that has any left, none that somebody works on,
 * and none at all while somebody else has this place of the rollout: so many tenants are worked on at a time, by however many
 * processes. The claim is the lock of its row, so it ends with the connection, however that ends.
 */
export async function claimTenant(
  client: ClientBase,
  { rolloutId, slot }: { rolloutId: string; slot: number },
): Promise<Claim | undefined> {
  const { rows } = await client.query<Omit<Claim, 'tenant'> & TenantPlacement>({
    name: 'claim_tenant',
    text: `with place as materialized (
       select pg_try_advisory_xact_lock($3, hashtext($4)) as taken
     ), next as (
       select tenant_id, wave, attempts, migrations, done
       from platform.rollout_tenants
       where (select taken from place)
         and rollout_id = $1 and state = 'pending' and coalesce(next_try_at, '-infinity') <= clock_timestamp()
         and wave = (select min(wave) from platform.rollout_tenants where rollout_id = $1 and state = 'pending')
         and exists (select from platform.rollouts where id = $1 and state = 'running')
       order by position limit 1
       for no key update skip locked
     )
     select t.id as "tenantId", t.schema_name as "schemaName", t.role_name as "roleName", next.wave, next.attempts,
            array(select m from unnest(next.migrations) with ordinality as given (m, position)
                  where not m = any (next.done) order by position) as left,
            pg_try_advisory_xact_lock($2, hashtext(t.id::text))
     from next join platform.tenants t on t.id = next.tenant_id`,
    values: [rolloutId, IN_HAND_LOCK_SPACE, SLOT_LOCK_SPACE, `${rolloutId}/${slot}`],
  })
  const [row] = rows
  if (!row) return undefined
  const { tenantId, schemaName, roleName, wave, left, attempts } = row
  return { tenant: { tenantId, schemaName, roleName }, wave, left, attempts }
}

/** What became of a claimed tenant. */
export type Outcome = {
  rolloutId: string
  tenantId: string
  state: RolloutTenantState
  done?: readonly MigrationId[]
  durationMs: number
  error?: { code: string; message: string } | undefined
  /** wait before the next attempt, in milliseconds */
  delayMs?: number | undefined
}

/** Writes what became of a claimed tenant, in the transaction that claimed it (platform scope). */
export async function saveOutcome(client: ClientBase, outcome: Outcome): Promise<void> {
  const { rolloutId, tenantId, state, done = [], durationMs, error, delayMs } = outcome
  await client.query({
    name: 'save_outcome',
    text: `update platform.rollout_tenants set state = $3, done = done || $4::text[], duration_ms = duration_ms + $5,
       attempts = attempts + 1, error_code = $6, error_message = $7,
       next_try_at = clock_timestamp() + make_interval(secs => $8 / 1000.0),
       finished_at = case when $3 = 'pending' then null else clock_timestamp() end
     where rollout_id = $1 and tenant_id = $2`,
    values: [
      ...[rolloutId, tenantId, state, done, durationMs, error?.code ?? null, error?.message ?? null],
      delayMs ?? null,
    ],
  })
}

/** Stops a rollout that has met too many failures (platform scope), in the transaction that records the last of them. */
export async function stopOverBudget(
  client: ClientBase,
  rolloutId: string,
  { wave, budget }: { wave: number; budget: number },
): Promise<void> {
  const reason: StopReason = wave === 0 ? 'canary' : 'budget'
  await settleInOrder([
    // Failures at the same time count each other: whoever comes second waits for the row.
    client.query('select from platform.rollouts where id = $1 for no key update', [rolloutId]),
    client.query(
      `update platform.rollouts set state = 'stopped', stop_reason = $2, finished_at = clock_timestamp()
       where id = $1 and state in ('running', 'paused')
         and ($2 = 'canary' or $3 < (select count(*) from platform.rollout_tenants
                                     where rollout_id = $1 and state = 'failed'))`,
      [rolloutId, reason, budget],
    ),
  ])
}

/** Whether anything of a rollout is left to do (platform scope). */
export async function findRest(
  client: ClientBase,
  rolloutId: string,
): Promise<{ isRunning: boolean; pending: number }> {
  const { rows } = await client.query<{ isRunning: boolean; pending: number }>(
    `select exists (select from platform.rollouts where id = $1 and state = 'running') as "isRunning",
            (select count(*)::int from platform.rollout_tenants where rollout_id = $1 and state = 'pending') as pending`,
    [rolloutId],
  )
  return rows[0] ?? { isRunning: false, pending: 0 }
}
