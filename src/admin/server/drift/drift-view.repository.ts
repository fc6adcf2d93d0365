import type { ClientBase } from 'pg'
import type { DriftFinding, DriftReport, DriftSummary } from '#src/provisioning/drift.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { DriftInput, DriftState } from '../../drift.ts'

type CheckRow = {
  id: string
  state: string
  createdAt: Date
  finishedAt: Date | null
  requestedBy: string | null
  done: number
  total: number
  summary: DriftSummary | null
}

/** A check that has been silent this long is nobody's any more. */
const LOST_MS = 600_000

/** How the newest checks stand (platform scope). */
export async function getDriftChecks(
  client: ClientBase,
): Promise<Pick<DriftState, 'last' | 'running' | 'hasFailed'>> {
  const { rows } = await client.query<CheckRow>(
    `select c.id, c.state, c.created_at as "createdAt", c.finished_at as "finishedAt", u.full_name as "requestedBy",
            c.done, c.total, c.summary
     from platform.drift_checks c left join platform.users u on u.id = c.requested_by
     order by c.created_at desc, c.id desc limit 20`,
  )
  const last = rows.find(({ state }) => state === 'succeeded')
  const running = rows.find(
    ({ state, createdAt }) =>
      (state === 'pending' || state === 'running') && Date.now() - createdAt.getTime() < LOST_MS,
  )
  return {
    last:
      last?.finishedAt && last.summary
        ? {
            checkId: last.id,
            finishedAt: last.finishedAt.toISOString(),
            requestedBy: last.requestedBy,
            summary: last.summary,
          }
        : null,
    running: running
      ? {
          checkId: running.id,
          startedAt: running.createdAt.toISOString(),
          done: running.done,
          total: running.total,
        }
      : null,
    hasFailed: rows[0]?.state === 'failed',
  }
}

/** Tenants at which a check found something, those with critical findings first, page by page (platform scope). */
export async function listDriftReports(
  client: ClientBase,
  checkId: string,
  { page, limit, tenantId }: DriftInput,
): Promise<{ items: DriftReport[]; total: number }> {
  const { rows } = await client.query<
    Omit<DriftReport, 'findings'> & { findings: DriftFinding[]; total: number }
  >(
    `select f.tenant_id as "tenantId", t.subdomain, f.schema_name as "schemaName",
            jsonb_agg(f.finding order by f.position) as findings, count(*) over ()::int as total
     from platform.drift_findings f left join platform.tenants t on t.id = f.tenant_id
     where f.check_id = $1 and ($4::uuid is null or f.tenant_id = $4)
     group by f.tenant_id, t.subdomain, f.schema_name
     order by count(*) filter (where f.severity = 'critical') desc, count(*) desc, f.schema_name
     limit $2 offset $3`,
    [checkId, limit, pageOffset({ page, limit }), tenantId ?? null],
  )
  return { items: rows.map(({ total: _, ...report }) => report), total: rows[0]?.total ?? 0 }
}
