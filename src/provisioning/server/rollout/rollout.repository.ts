import type { ClientBase } from 'pg'
import { newId } from '#src/shared/ids.ts'
import type {
  DownTarget,
  MigrationId,
  RolloutDirection,
  RolloutSettings,
  RolloutState,
  StopReason,
} from '../../rollout.ts'

/** A rollout about to be written. */
export type NewRollout = {
  direction: RolloutDirection
  target: DownTarget | null
  /** what it is about, so that code with other files leaves it alone */
  migrations: readonly { id: MigrationId; checksum: string }[]
  settings: RolloutSettings
  budget: number
  requestedBy: string | null
  tenants: readonly { tenantId: string; wave: number; migrations: readonly MigrationId[] }[]
}

/** What whoever works on a rollout has to know of it. */
export type RolloutOrder = {
  id: string
  direction: RolloutDirection
  state: RolloutState
  stopReason: StopReason | null
  migrations: { id: MigrationId; checksum: string }[]
  settings: RolloutSettings
  budget: number
}

/**
 * Writes a rollout with all its tenants (platform scope); nobody works on it yet.
 * @throws DatabaseError unique_violation while another one is open
 */
export async function insertRollout(client: ClientBase, rollout: NewRollout): Promise<string> {
  const { direction, target, migrations, settings, budget, requestedBy, tenants } = rollout
  const id = newId()
  await client.query(
    `insert into platform.rollouts (id, direction, target, migrations, settings, budget, requested_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[id, direction, JSON.stringify(target ?? {}), JSON.stringify(migrations), JSON.stringify(settings)],
      ...[budget, requestedBy],
    ],
  )
  await client.query(
    `insert into platform.rollout_tenants (rollout_id, tenant_id, wave, position, migrations)
     select $1, (t ->> 'tenantId')::uuid, (t ->> 'wave')::int, position,
            array(select jsonb_array_elements_text(t -> 'migrations'))
     from jsonb_array_elements($2::jsonb) with ordinality as given (t, position)`,
    [id, JSON.stringify(tenants)],
  )
  return id
}

/** Reads what a rollout is to do (platform scope). @returns nothing when there is none */
export async function findRolloutOrder(client: ClientBase, id: string): Promise<RolloutOrder | undefined> {
  const { rows } = await client.query<RolloutOrder>(
    `select id, direction, state, stop_reason as "stopReason", migrations, settings, budget
     from platform.rollouts where id = $1`,
    [id],
  )
  return rows[0]
}

/** Moves a rollout (platform scope). @returns false when it is in none of the states it could be moved from */
export async function moveRollout(
  client: ClientBase,
  id: string,
  {
    from,
    to,
    reason = null,
  }: { from: readonly RolloutState[]; to: RolloutState; reason?: StopReason | null },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update platform.rollouts set state = $2, stop_reason = $3, seen_at = clock_timestamp(),
       started_at = case when $2 = 'running' then coalesce(started_at, clock_timestamp()) else started_at end,
       finished_at = case when $2 in ('stopped', 'succeeded', 'failed') then clock_timestamp() end
     where id = $1 and state = any ($4)`,
    [id, to, reason, from],
  )
  return rowCount === 1
}

/** Ends a rollout that has nothing left to do (platform scope); of several that try one does. */
export async function endRollout(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update platform.rollouts r
     set finished_at = clock_timestamp(),
         state = case when exists (select from platform.rollout_tenants t where t.rollout_id = $1 and t.state = 'failed')
                 then 'failed' else 'succeeded' end
     where r.id = $1 and r.state = 'running'
       and not exists (select from platform.rollout_tenants t where t.rollout_id = $1 and t.state = 'pending')`,
    [id],
  )
}

/** Gives the tenants that failed another turn (platform scope). @returns how many */
export async function reopenFailed(client: ClientBase, id: string): Promise<number> {
  const { rowCount } = await client.query(
    `update platform.rollout_tenants set state = 'pending', attempts = 0, next_try_at = null
     where rollout_id = $1 and state = 'failed'`,
    [id],
  )
  return rowCount ?? 0
}

/** Tells that somebody works on a rollout (platform scope). */
export async function saveRolloutSign(client: ClientBase, id: string): Promise<void> {
  await client.query('update platform.rollouts set seen_at = clock_timestamp() where id = $1', [id])
}

/** Open rollouts that nobody has worked on for a while (platform scope). @param quietMs in milliseconds */
export async function listQuietRollouts(client: ClientBase, quietMs: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from platform.rollouts where state in ('pending', 'running')
     and seen_at < clock_timestamp() - make_interval(secs => $1 / 1000.0)`,
    [quietMs],
  )
  return rows.map(({ id }) => id)
}
