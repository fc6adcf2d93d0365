import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { findLastRun } from '#src/provisioning/server/run.repository.ts'
import { restartRun, startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps, type StepEstimate } from '#src/provisioning/server/step-estimate.repository.ts'
import { listDueDeletions, lockTenant } from './tenant-life.repository.ts'

const kind = 'delete-tenant'
/** In one round; what is left is due the next hour as well. */
const ROUND = 50

/**
 * Starts the removal of workspaces whose days of grace are over, and starts one again that has failed. From then on a
 * workspace cannot be restored. @returns how many were started
 */
export async function startDueDeletions(db: PlatformDb): Promise<number> {
  const due = await listDueDeletions(db, ROUND)
  if (due.length === 0) return 0
  const estimate = await estimateSteps(db, kind)
  let started = 0
  for (const tenantId of due) if (await startDeletion(db, tenantId, estimate)) started += 1
  return started
}

async function startDeletion(db: PlatformDb, tenantId: string, estimate: StepEstimate): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Somebody may be calling it off at this very moment.
    const tenant = await lockTenant(tx, tenantId)
    if (tenant?.status !== 'cancelled' || !tenant.deletionDueAt || tenant.deletionDueAt > new Date())
      return false
    const last = await findLastRun(tx, { tenantId, kind })
    if (last && last.state !== 'failed') return false
    if (last) await restartRun(tx, last.id, systemActor())
    else
      await startRun(tx, {
        tenantId,
        kind,
        input: { modules: [], services: [] },
        requestId: 'housekeeping',
        estimate,
      })
    return true
  })
}
