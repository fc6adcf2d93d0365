import type { PlatformDb } from '#src/db/server/database.ts'
import { getRun } from '#src/provisioning/server/run-list.repository.ts'
import { listRunMoves } from '#src/tenancy/server/run-moves.service.ts'
import type { TenantStatus } from '#src/tenancy/tenant.ts'
import type { RunDetails } from '../../run-list.ts'

/** A run with what may be done about it. @throws AppError NOT_FOUND */
export async function getRunDetails(db: PlatformDb, runId: string): Promise<RunDetails> {
  const run = await getRun(db, runId)
  const [moves, { status }] = await Promise.all([
    listRunMoves(db, { runId, tenantId: run.tenantId }),
    db.tenant.findUniqueOrThrow({ where: { id: run.tenantId }, select: { status: true } }),
  ])
  return { ...run, tenantStatus: status as TenantStatus, moves }
}
