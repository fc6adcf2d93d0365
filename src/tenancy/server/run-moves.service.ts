import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunMove } from '#src/provisioning/run-list.ts'
import type { RunState } from '#src/provisioning/run.ts'
import { findRunAbout } from '#src/provisioning/server/run.repository.ts'
import type { TenantStatus } from '../tenant.ts'
import { listFeatures, listModuleRuns } from './feature.repository.ts'

type Standing = { state: RunState; tenantStatus: TenantStatus }

/**
 * What may be done with a run as it stands, for whoever may do everything. The services decide anew when it is done:
 * the run may have moved meanwhile, or the plan may be full.
 * @throws AppError NOT_FOUND
 */
export async function listRunMoves(
  db: PlatformDb,
  { runId, tenantId }: { runId: string; tenantId: string },
): Promise<RunMove[]> {
  const { kind, state, modules } = await findRunAbout(db, runId)
  if (kind === 'create-tenant') {
    const { status } = await db.tenant.findUniqueOrThrow({ where: { id: tenantId } })
    return listBuildMoves({ state, tenantStatus: status as TenantStatus })
  }
  // What it has removed stays removed: all there is to do is to go on.
  if (kind === 'delete-tenant') return state === 'failed' ? ['retry'] : []
  const [name] = modules
  if (state !== 'failed' || name === undefined) return []
  const wanted = kind === 'enable-module'
  if (!wanted && kind !== 'disable-module') return []
  const [runs, features] = await Promise.all([listModuleRuns(db, tenantId), listFeatures(db, tenantId)])
  const isLast = runs.some(({ id }) => id === runId)
  const isOn = features.some((feature) => feature.name === name && feature.enabled)
  return isLast && isOn !== wanted ? ['retry'] : []
}

/** Moves of a run that builds a tenant. */
export function listBuildMoves({ state, tenantStatus }: Standing): RunMove[] {
  const moves: RunMove[] = []
  const isUnbuilt = tenantStatus === 'failed' || tenantStatus === 'provisioning'
  if ((state === 'failed' || state === 'compensated') && tenantStatus === 'failed') moves.push('retry')
  if ((state === 'failed' || state === 'compensated' || state === 'pending') && isUnbuilt)
    moves.push('cancel')
  if ((state === 'failed' || state === 'succeeded') && tenantStatus !== 'deleted') moves.push('rollback')
  return moves
}
