import { appendAudit, systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { DemoPerson } from '#src/resources/server/demo.ts'
import { addMember } from '#src/tenancy/server/accept-invitation.repository.ts'
import type { DemoMember } from './demo-team.ts'

/**
 * Adds everybody but the owner, who signed up. One hash does for all of them: they have the same password.
 * @returns the whole team with their ids, in the order it was given
 */
export async function addDemoTeam(
  db: PlatformDb,
  { tenantId, passwordHash }: { tenantId: string; passwordHash: string },
  team: readonly DemoMember[],
): Promise<DemoPerson[]> {
  return db.$transaction(async (tx) => {
    for (const { role, email, fullName } of team.filter((member) => member.role !== 'owner')) {
      const account = await addMember(tx, { tenantId, email, role, fullName, passwordHash })
      if (!account) continue
      await appendAudit(tx, {
        tenantId,
        actor: systemActor(),
        action: 'members.create',
        resource: { type: 'users', id: account.id },
        details: { after: { email, fullName, role } },
      })
    }
    const people = await tx.user.findMany({ where: { tenantId }, select: { id: true, email: true } })
    const idOf = new Map(people.map(({ email, id }) => [email, id]))
    return team.flatMap(({ email, fullName, role }) => {
      const id = idOf.get(email)
      return id === undefined ? [] : [{ id, name: fullName, role }]
    })
  })
}
