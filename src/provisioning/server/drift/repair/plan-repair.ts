import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { DriftPlan } from '../../../drift.ts'
import { keepPlanes, listFleetState, type FleetTenant } from '../fleet-state.repository.ts'
import { buildGolden, type GoldenDeps } from '../golden.ts'
import { createLedgerReader } from '../ledger-state.ts'
import { listFindings, type StagedFinding } from '../report-findings.ts'
import { readStructures } from '../structure.repository.ts'

/** A plan with all that carrying it out has to know. */
export type StagedPlan = { tenant: FleetTenant; plan: DriftPlan; staged: StagedFinding[] }

/**
 * What a repair of a tenant would do. Nothing is changed.
 * @throws AppError NOT_FOUND for a tenant without a schema, DRIFT_CHANGED while somebody changes its structure
 */
export async function planRepair(deps: GoldenDeps, tenantId: string): Promise<DriftPlan> {
  const { plan } = await withPlatformTransaction(deps.pool, async (client) => {
    const kept = await keepPlanes(client, [tenantId])
    if (!kept.has(tenantId)) throw new AppError('DRIFT_CHANGED')
    return readPlan(deps, client, tenantId)
  })
  return plan
}

/**
 * The same in a transaction (platform scope) that keeps the tenant's structure as it is.
 * @throws AppError NOT_FOUND, and CONFLICT for one whose migrations are not this code's
 */
export async function readPlan(deps: GoldenDeps, client: PoolClient, tenantId: string): Promise<StagedPlan> {
  const [tenant] = await listFleetState(client, [tenantId])
  if (!tenant) throw new AppError('NOT_FOUND')
  const state = createLedgerReader(deps.migrations)(tenant.applied)
  if ('skip' in state) {
    throw new AppError('CONFLICT', { message: 'The tenant has migrations that this code does not have.' })
  }
  const golden = await buildGolden(deps, state.migrations)
  const structure = (await readStructures(client, [tenant])).get(tenant.schemaName)
  const staged = listFindings(tenant, { golden, structure })
  const findings = staged.map(({ finding }) => finding)
  const { subdomain } = tenant
  return { tenant, staged, plan: { tenantId, subdomain, hash: hashOf(staged), findings } }
}

/** Equal for plans that run the same statements in the same order. */
function hashOf(staged: readonly StagedFinding[]): string {
  const parts = staged.map(({ stage, finding: { repair, statements } }) => [repair, stage, ...statements])
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
