import type { ClientBase } from 'pg'
import { IN_HAND_LOCK_SPACE } from '#src/provisioning/server/rollout/rollout-claim.repository.ts'
import type { RolloutWave } from '../../rollouts.ts'

/** More waves behind the canaries are counted together. */
const MAX_PARTS = 60
/** Tenants that were finished so many seconds ago tell how quickly it goes. */
const PACE_SECONDS = 30

type WaveRow = Omit<RolloutWave, 'startedAt' | 'finishedAt'> & {
  startedAt: Date | null
  finishedAt: Date | null
}

/** How far each wave of a rollout is (platform scope). A wave began when the first of its tenants did. */
export async function listWaves(client: ClientBase, rolloutId: string): Promise<RolloutWave[]> {
  const { rows } = await client.query<WaveRow>(
    `with hands as materialized (
       select objid from pg_locks where locktype = 'advisory' and classid = $2 and objsubid = 2
     ), t as materialized (
       select wave, state, finished_at, finished_at - make_interval(secs => duration_ms / 1000.0) as began_at,
              state = 'pending' and (hashtext(tenant_id::text)::bigint & 4294967295)::oid in (select objid from hands)
                as is_running
       from platform.rollout_tenants where rollout_id = $1
     ), fold as (
       select greatest(1, ceil(max(wave) / $3::float8))::int as waves from t
     )
     select min(wave) as "from", max(wave) as "to", count(*)::int as total,
            count(*) filter (where state = 'pending')::int as pending,
            count(*) filter (where is_running)::int as running,
            count(*) filter (where state = 'succeeded')::int as succeeded,
            count(*) filter (where state = 'failed')::int as failed,
            count(*) filter (where state = 'skipped')::int as skipped,
            min(began_at) as "startedAt",
            case when bool_and(state <> 'pending') then max(finished_at) end as "finishedAt"
     from t, fold group by case when wave = 0 then 0 else 1 + (wave - 1) / fold.waves end order by 1`,
    [rolloutId, IN_HAND_LOCK_SPACE, MAX_PARTS],
  )
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }))
}

/** What the last tenants of a rollout tell of its pace. */
export type RecentWork = {
  /** finished lately */
  finished: number
  /** since the first of them began, at most half a minute */
  seconds: number
}

/** What was finished lately (platform scope), by the clock of the database. */
export async function findRecentWork(client: ClientBase, rolloutId: string): Promise<RecentWork> {
  const { rows } = await client.query<RecentWork>(
    `select count(*)::int as finished,
            coalesce(extract(epoch from clock_timestamp() - min(greatest(
              finished_at - make_interval(secs => duration_ms / 1000.0),
              clock_timestamp() - make_interval(secs => $2)))), 0)::float8 as seconds
     from platform.rollout_tenants
     where rollout_id = $1 and finished_at > clock_timestamp() - make_interval(secs => $2)`,
    [rolloutId, PACE_SECONDS],
  )
  return rows[0] ?? { finished: 0, seconds: 0 }
}

/** Names of people of the platform (platform scope), by id. */
export async function listPlatformNames(
  client: ClientBase,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; fullName: string }>(
    'select id, full_name as "fullName" from platform.users where id = any ($1) and tenant_id is null',
    [userIds],
  )
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
