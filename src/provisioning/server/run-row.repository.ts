import type { ClientBase } from 'pg'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { RunKind, RunState } from '../run.ts'
import type { RunInput } from './blueprint.ts'

/** A run with the placement of its tenant, as the engine needs it. */
export type RunRow = {
  runId: string
  kind: RunKind
  state: RunState
  attempt: number
  input: RunInput
  requestId: string | null
  tenant: TenantPlacement
}

/** Reads one run (platform scope). @returns nothing when there is no such run */
export async function findRunRow(client: ClientBase, runId: string): Promise<RunRow | undefined> {
  const { rows } = await client.query<Omit<RunRow, 'tenant'> & TenantPlacement>(
    `select r.id as "runId", r.kind, r.state, r.attempt, r.input, r.request_id as "requestId",
            t.id as "tenantId", t.schema_name as "schemaName", t.role_name as "roleName"
     from platform.provisioning_runs r join platform.tenants t on t.id = r.tenant_id
     where r.id = $1`,
    [runId],
  )
  const row = rows[0]
  if (!row) return undefined
  const { tenantId, schemaName, roleName, ...run } = row
  return { ...run, tenant: { tenantId, schemaName, roleName } }
}

/** Steps of a run in their order, with their states (platform scope). */
export async function listStepStates(
  client: ClientBase,
  runId: string,
): Promise<{ name: string; state: RunState }[]> {
  const { rows } = await client.query<{ name: string; state: RunState }>(
    'select name, state from platform.provisioning_steps where run_id = $1 order by position',
    [runId],
  )
  return rows
}

/** Open runs that nobody has moved for a while (platform scope). @param quietMs how long, in milliseconds */
export async function listQuietRuns(client: ClientBase, quietMs: number): Promise<RunRow['runId'][]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from platform.provisioning_runs
     where state in ('pending', 'running', 'compensating')
       and updated_at < clock_timestamp() - make_interval(secs => $1 / 1000.0)
     order by updated_at limit 100`,
    [quietMs],
  )
  return rows.map(({ id }) => id)
}
