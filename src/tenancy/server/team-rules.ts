import { reachesRole } from '#src/auth/identity.ts'
import { hasPermission, type Permission } from '#src/auth/permissions.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { countOtherOwners, findMember, lockTeam, type MemberRow } from './member.repository.ts'
import type { TeamActor, TeamCaller } from './team-caller.ts'

/**
 * Keeps the team as it is for the rest of the transaction and looks at the caller anew: somebody else may have
 * changed their role since the call was let in.
 * @param permission the right that the call was let in with
 * @throws AppError FORBIDDEN
 */
export async function requireActor<Caller extends TeamCaller>(
  tx: PlatformTx,
  caller: Caller,
  permission: Permission,
): Promise<Caller & TeamActor> {
  await lockTeam(tx)
  const person = await findMember(tx, caller.userId)
  const may = person?.isActive && hasPermission(caller.permissions, person.role, permission)
  if (!may) throw new AppError('FORBIDDEN')
  return { ...caller, role: person.role, fullName: person.fullName }
}

/** @throws AppError ROLE_TOO_HIGH when one of the roles is above the caller's own */
export function requireReach(actor: TeamActor, ...roles: (MemberRow['role'] | undefined)[]): void {
  if (roles.some((role) => role !== undefined && !reachesRole(actor.role, role)))
    throw new AppError('ROLE_TOO_HIGH')
}

/** @throws AppError LAST_OWNER when nobody else could steer the workspace */
export async function requireOtherOwner(tx: PlatformTx, person: MemberRow): Promise<void> {
  const counts = person.role === 'owner' && person.isActive
  if (counts && (await countOtherOwners(tx, person.id)) === 0) throw new AppError('LAST_OWNER')
}

/**
 * Refuses to overwrite a change that the caller has not seen.
 * @throws AppError CONFLICT
 */
export function requireSeen(stored: Date, seen: string | undefined, what: string): void {
  if (seen === undefined || Date.parse(seen) === stored.getTime()) return
  throw new AppError('CONFLICT', {
    message: `Somebody changed ${what} in the meantime.`,
    details: { updatedAt: stored.toISOString() },
  })
}
