import type { PlatformTx } from '#src/db/server/database.ts'
import { requirePersonRoom } from '../plans.ts'
import { countTeam } from './member.repository.ts'
import type { TeamCaller } from './team-caller.ts'

/**
 * Looks whether the plan has room for one more person of the team, which `lockTeam` holds.
 * @throws AppError PLAN_LIMIT_REACHED
 */
export async function requireRoom(tx: PlatformTx, { tenantId }: Pick<TeamCaller, 'tenantId'>): Promise<void> {
  const { plan } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { plan: true } })
  requirePersonRoom(plan, await countTeam(tx, tenantId))
}
