import type { ClientBase } from 'pg'
import type {
  DownTarget,
  MigrationId,
  RolloutCounts,
  RolloutSummary,
  RolloutTenant,
  RolloutTenantState,
} from '../../rollout.ts'
import { IN_HAND_LOCK_SPACE } from './rollout-claim.repository.ts'

/** After so many seconds without a sign a rollout that should go on is lost: nobody works on it. */
const LOST_AFTER_SECONDS = 10

type SummaryRow = Omit<RolloutSummary, 'createdAt' | 'startedAt' | 'finishedAt' | 'target' | 'migrations'> & {
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  target: DownTarget | object
  migrations: { id: MigrationId }[]
  counts: RolloutCounts
}

/** Rollouts with how far they are, the newest first (platform scope). @param id of one; else `limit` of all */
export async function listRollouts(
  client: ClientBase,
  { id = null, limit = 50 }: { id?: string | null; limit?: number },
): Promise<RolloutSummary[]> {
  const { rows } = await client.query<SummaryRow>(
    `select r.id, r.direction, r.target, r.migrations, r.settings, r.budget, r.state, r.stop_reason as "stopReason",
            r.requested_by as "requestedBy", r.created_at as "createdAt", r.started_at as "startedAt",
            r.finished_at as "finishedAt", c.wave, to_jsonb(c) - 'wave' as counts,
            r.state in ('pending', 'running') and r.seen_at < clock_timestamp() - make_interval(secs => $3) as "isLost"
     from (select * from platform.rollouts where $1::uuid is null or id = $1 order by created_at desc, id desc limit $2) r
     cross join lateral (
       select count(*)::int as total,
              count(*) filter (where t.state = 'pending')::int as pending,
              count(*) filter (where t.state = 'succeeded')::int as succeeded,
              count(*) filter (where t.state = 'failed')::int as failed,
              count(*) filter (where t.state = 'skipped')::int as skipped,
              count(*) filter (where t.state = 'pending' and r.state in ('running', 'paused') and exists (
                select from pg_locks l where l.locktype = 'advisory' and l.classid = $4 and l.objsubid = 2
                  and l.objid = (hashtext(t.tenant_id::text)::bigint & 4294967295)::oid))::int as running,
              min(t.wave) filter (where t.state = 'pending') as wave
       from platform.rollout_tenants t where t.rollout_id = r.id
     ) c
     order by r.created_at desc, r.id desc`,
    [id, limit, LOST_AFTER_SECONDS, IN_HAND_LOCK_SPACE],
  )
  return rows.map(({ target, migrations, ...row }) => ({
    ...row,
    target: 'module' in target || 'rolloutId' in target ? target : null,
    migrations: migrations.map((migration) => migration.id),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }))
}

type TenantRow = Omit<RolloutTenant, 'error' | 'finishedAt'> & {
  errorCode: string | null
  errorMessage: string | null
  finishedAt: Date | null
}

/** Tenants of a rollout in the order of their turns (platform scope), those in some states or all. */
export async function listRolloutTenants(
  client: ClientBase,
  rolloutId: string,
  {
    states = null,
    offset = 0,
    limit,
  }: { states?: readonly RolloutTenantState[] | null; offset?: number; limit: number },
): Promise<RolloutTenant[]> {
  const { rows } = await client.query<TenantRow>(
    `select r.tenant_id as "tenantId", t.subdomain, r.wave, r.state, r.migrations, r.done, r.attempts,
            r.duration_ms as "durationMs", r.error_code as "errorCode", r.error_message as "errorMessage",
            r.finished_at as "finishedAt"
     from platform.rollout_tenants r join platform.tenants t on t.id = r.tenant_id
     where r.rollout_id = $1 and ($2::text[] is null or r.state = any ($2))
     order by r.position offset $3 limit $4`,
    [rolloutId, states, offset, limit],
  )
  return rows.map(({ errorCode, errorMessage, finishedAt, ...row }) => ({
    ...row,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
    finishedAt: finishedAt?.toISOString() ?? null,
  }))
}
