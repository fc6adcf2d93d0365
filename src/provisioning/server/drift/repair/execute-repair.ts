import type { Pool, PoolClient } from 'pg'
import { appendAuditOn, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import { isConnectionFailure } from '#src/db/server/sqlstate.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { DriftFinding, DriftRepairResult } from '../../../drift.ts'
import { lockTenantPlane } from '../../plane-lock.repository.ts'
import { checkDrift } from '../check-drift.ts'
import { replaceFindings } from '../drift-store.repository.ts'
import type { GoldenDeps } from '../golden.ts'
import type { StagedFinding } from '../report-findings.ts'
import { readPlan, type StagedPlan } from './plan-repair.ts'

const LOCK_TIMEOUT_MS = 2_000
const STATEMENT_TIMEOUT_MS = 60_000
const PATIENCE = `set local lock_timeout to ${LOCK_TIMEOUT_MS}; set local statement_timeout to ${STATEMENT_TIMEOUT_MS};
  set local idle_in_transaction_session_timeout to ${STATEMENT_TIMEOUT_MS}`

type Failure = DriftRepairResult['failed'][number]

/**
 * Does what a plan says, and only that: one transaction for all that can be done in one, then what must not hold locks. A
 * statement that fails leaves its finding as it was, and the others go on.
 * @param order `hash` names the plan that was agreed to
 * @returns what could not be done, and what a fresh check still finds
 * @throws AppError NOT_FOUND, CONFLICT, and DRIFT_CHANGED when the plan would be another one by now
 */
export async function executeRepair(
  deps: GoldenDeps,
  { tenantId, hash, actor }: { tenantId: string; hash: string; actor: AuditActor },
): Promise<DriftRepairResult> {
  const { tenant, staged, failed } = await withPlatformTransaction(deps.pool, async (client) => {
    await client.query(PATIENCE)
    await lockTenantPlane(client, tenantId)
    const found = await readPlan(deps, client, tenantId)
    if (found.plan.hash !== hash) throw new AppError('DRIFT_CHANGED')
    const failures = await repairTogether(client, found.staged)
    await tell(client, found, { actor, failures })
    return { tenant: found.tenant, staged: found.staged, failed: failures }
  })
  const broken = new Set(failed.map(({ object }) => object))
  for (const { finding, stage } of staged) {
    if (stage === 'together' || finding.repair !== 'automatic' || broken.has(finding.object)) continue
    failed.push(...(await repairBehind(deps.pool, { finding, stage })))
  }
  const { reports } = await checkDrift(deps, { tenantIds: [tenantId] })
  const remaining = reports.flatMap(({ findings }) => findings)
  const { schemaName } = tenant
  await withPlatformTransaction(deps.pool, (client) =>
    replaceFindings(client, { tenantId, schemaName, findings: remaining }),
  )
  return { failed, remaining }
}

async function repairTogether(client: PoolClient, staged: readonly StagedFinding[]): Promise<Failure[]> {
  const failures: Failure[] = []
  await client.query('reset role')
  for (const { finding, stage } of staged) {
    if (finding.repair !== 'automatic' || stage === 'online') continue
    const statements = stage === 'after' ? finding.statements.slice(0, -1) : finding.statements
    await client.query('savepoint finding')
    try {
      for (const statement of statements) await client.query(statement)
      await client.query('release savepoint finding')
    } catch (error) {
      if (isConnectionFailure(error)) throw error
      await client.query('rollback to savepoint finding')
      failures.push(failureOf(finding, error))
    }
  }
  await client.query(`set local role ${PLATFORM_ROLE}`)
  return failures
}

/** Checks a constraint without a lock that others feel, or builds an index beside them: no part of a transaction. */
async function repairBehind(pool: Pool, { finding, stage }: StagedFinding): Promise<Failure[]> {
  const client = await pool.connect()
  try {
    await client.query(`set lock_timeout to ${LOCK_TIMEOUT_MS}; set statement_timeout to 0`)
    const statements = stage === 'after' ? finding.statements.slice(-1) : finding.statements
    for (const statement of statements) await client.query(statement)
    return []
  } catch (error) {
    if (isConnectionFailure(error)) throw error
    return [failureOf(finding, error)]
  } finally {
    // Its settings go with it.
    client.release(true)
  }
}

function failureOf({ kind, object }: DriftFinding, error: unknown): Failure {
  return { kind, object, message: error instanceof Error ? error.message : 'unknown' }
}

async function tell(
  client: PoolClient,
  { tenant, plan, staged }: StagedPlan,
  { actor, failures }: { actor: AuditActor; failures: readonly Failure[] },
): Promise<void> {
  const statements = staged.flatMap(({ finding }) =>
    finding.repair === 'automatic' ? finding.statements : [],
  )
  await appendAuditOn(client, {
    tenantId: tenant.tenantId,
    actor,
    action: 'drift.repair',
    resource: { type: 'tenants', id: tenant.tenantId },
    details: { plan: plan.hash, statements, failed: failures.map(({ kind, object }) => `${kind} ${object}`) },
  })
}
