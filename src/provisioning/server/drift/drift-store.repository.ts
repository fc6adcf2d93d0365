import type { ClientBase } from 'pg'
import { newId } from '#src/shared/ids.ts'
import type { DriftFinding, DriftReport, DriftSummary } from '../../drift.ts'

/** Checks that are remembered. */
const KEPT_CHECKS = 20
/** Findings that are stored of one tenant, and of one check; what is beyond is only counted. */
const MAX_OF_TENANT = 100
const MAX_OF_CHECK = 20_000
/** A check that has moved for nobody this long is lost. */
const LOST = `interval '10 minutes'`

/** A check that waits or is under way, if there is one (platform scope). */
export async function findOpenCheck(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select id from platform.drift_checks
     where state in ('pending', 'running') and created_at > now() - ${LOST} order by created_at desc limit 1`,
  )
  return rows[0]?.id ?? null
}

/** Writes down that a check is wanted; older ones are forgotten. */
export async function insertCheck(client: ClientBase, requestedBy: string | null): Promise<string> {
  const id = newId()
  await client.query('insert into platform.drift_checks (id, requested_by) values ($1, $2)', [
    id,
    requestedBy,
  ])
  await client.query(
    `delete from platform.drift_checks where id not in (
       select id from platform.drift_checks order by created_at desc, id desc limit $1)`,
    [KEPT_CHECKS],
  )
  return id
}

/** How far a check is. */
export async function saveProgress(
  client: ClientBase,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<void> {
  await client.query(
    `update platform.drift_checks set state = 'running', done = $2, total = $3 where id = $1`,
    [id, done, total],
  )
}

export async function saveFailure(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update platform.drift_checks set state = 'failed', finished_at = clock_timestamp() where id = $1`,
    [id],
  )
}

/** Stores what was found. Of tenants that are removed by now nothing is kept. */
export async function saveFindings(
  client: ClientBase,
  id: string,
  { summary, reports }: { summary: DriftSummary; reports: readonly DriftReport[] },
): Promise<void> {
  const rows = reports
    .flatMap(({ findings, ...place }) =>
      findings.slice(0, MAX_OF_TENANT).map((finding) => ({ ...place, finding })),
    )
    .slice(0, MAX_OF_CHECK)
  await client.query(
    `insert into platform.drift_findings (check_id, position, tenant_id, schema_name, severity, finding)
     select $1, position, tenant, schema, finding ->> 'severity', finding
     from unnest($2::uuid[], $3::text[], $4::jsonb[]) with ordinality f (tenant, schema, finding, position)
     where tenant is null or exists (select from platform.tenants t where t.id = tenant and t.status <> 'deleted')`,
    [
      id,
      rows.map(({ tenantId }) => tenantId),
      rows.map(({ schemaName }) => schemaName),
      rows.map(({ finding }) => JSON.stringify(finding)),
    ],
  )
  await client.query(
    `update platform.drift_checks set state = 'succeeded', finished_at = clock_timestamp(), summary = $2, done = total
     where id = $1`,
    [id, JSON.stringify(summary)],
  )
}

/** What was found at a tenant is forgotten once it is put right; what is left takes its place. */
export async function replaceFindings(
  client: ClientBase,
  {
    tenantId,
    schemaName,
    findings,
  }: { tenantId: string; schemaName: string; findings: readonly DriftFinding[] },
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from platform.drift_checks where state = 'succeeded' order by created_at desc, id desc limit 1`,
  )
  const [last] = rows
  if (!last) return
  await client.query('delete from platform.drift_findings where check_id = $1 and tenant_id = $2', [
    last.id,
    tenantId,
  ])
  await client.query(
    `insert into platform.drift_findings (check_id, position, tenant_id, schema_name, severity, finding)
     select $1, (select coalesce(max(position), 0) from platform.drift_findings where check_id = $1) + position,
            $2, $3, finding ->> 'severity', finding
     from unnest($4::jsonb[]) with ordinality f (finding, position)`,
    [
      last.id,
      tenantId,
      schemaName,
      findings.slice(0, MAX_OF_TENANT).map((finding) => JSON.stringify(finding)),
    ],
  )
  await client.query(
    `update platform.drift_checks c set summary = c.summary || (
       select jsonb_build_object('critical', count(*) filter (where severity = 'critical'),
                                 'warning', count(*) filter (where severity = 'warning'))
       from platform.drift_findings where check_id = c.id)
     where id = $1`,
    [last.id],
  )
}
