import type { ClientBase } from 'pg'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import type {
  DownTarget,
  MigrationId,
  RolloutCounts,
  RolloutState,
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

type Which = {
  /** only this one */
  id?: string | null
  states?: readonly RolloutState[] | null
  offset?: number
  limit?: number
}

/** Rollouts with how far they are, the newest first (platform scope). */
export async function listRollouts(
  client: ClientBase,
  { id = null, states = null, offset = 0, limit = 50 }: Which,
): Promise<RolloutSummary[]> {
  const { rows } = await client.query<SummaryRow>(
    `select r.id, r.direction, r.target, r.migrations, r.settings, r.budget, r.state, r.stop_reason as "stopReason",
            r.requested_by as "requestedBy", r.created_at as "createdAt", r.started_at as "startedAt",
            r.finished_at as "finishedAt", c.wave, to_jsonb(c) - 'wave' as counts,
            r.state in ('pending', 'running') and r.seen_at < clock_timestamp() - make_interval(secs => $3) as "isLost"
     from (select * from platform.rollouts
           where ($1::uuid is null or id = $1) and ($5::text[] is null or state = any ($5))
           order by created_at desc, id desc limit $2 offset $6) r
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
    [id, limit, LOST_AFTER_SECONDS, IN_HAND_LOCK_SPACE, states, offset],
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

/** How many rollouts there are in some states, or in all (platform scope). */
export async function countRollouts(
  client: ClientBase,
  states: readonly RolloutState[] | null,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from platform.rollouts where $1::text[] is null or state = any ($1)',
    [states],
  )
  return rows[0]?.count ?? 0
}

type TenantRow = Omit<RolloutTenant, 'error' | 'finishedAt'> & {
  errorCode: string | null
  errorMessage: string | null
  finishedAt: Date | null
}

type TenantFilter = {
  states?: readonly RolloutTenantState[] | null
  wave?: number | null
  /** a part of the subdomain */
  q?: string | null
}

const FILTERED = `r.rollout_id = $1 and ($2::text[] is null or r.state = any ($2)) and ($3::int is null or r.wave = $3)
       and ($4::text is null or t.subdomain ilike '%' || $4 || '%')`

function filterValues(rolloutId: string, { states = null, wave = null, q = null }: TenantFilter): unknown[] {
  return [rolloutId, states, wave, q === null ? null : containsPattern(q)]
}

/** How many tenants of a rollout the filters leave (platform scope). */
export async function countRolloutTenants(
  client: ClientBase,
  rolloutId: string,
  filter: TenantFilter,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count
     from platform.rollout_tenants r join platform.tenants t on t.id = r.tenant_id where ${FILTERED}`,
    filterValues(rolloutId, filter),
  )
  return rows[0]?.count ?? 0
}

/** Tenants of a rollout in the order of their turns (platform scope), all or what the filters leave. */
export async function listRolloutTenants(
  client: ClientBase,
  rolloutId: string,
  { offset = 0, limit, ...filter }: TenantFilter & { offset?: number; limit: number },
): Promise<RolloutTenant[]> {
  const { rows } = await client.query<TenantRow>(
    `select r.tenant_id as "tenantId", t.subdomain, r.wave, r.state, r.migrations, r.done, r.attempts,
            r.duration_ms as "durationMs", r.error_code as "errorCode", r.error_message as "errorMessage",
            r.finished_at as "finishedAt",
            r.state = 'pending' and exists (
              select from pg_locks l where l.locktype = 'advisory' and l.classid = $7 and l.objsubid = 2
                and l.objid = (hashtext(r.tenant_id::text)::bigint & 4294967295)::oid) as "isRunning"
     from platform.rollout_tenants r join platform.tenants t on t.id = r.tenant_id
     where ${FILTERED}
     order by r.position offset $5 limit $6`,
    [...filterValues(rolloutId, filter), offset, limit, IN_HAND_LOCK_SPACE],
  )
  return rows.map(({ errorCode, errorMessage, finishedAt, ...row }) => ({
    ...row,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
    finishedAt: finishedAt?.toISOString() ?? null,
  }))
}
