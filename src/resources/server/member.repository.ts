import type { PlatformDb } from '#src/db/server/database.ts'

/** True when the id is of a person who can sign in to the tenant that `member` is scoped to. */
export async function isMember(member: PlatformDb, userId: string): Promise<boolean> {
  return (await member.user.count({ where: { id: userId, isActive: true } })) > 0
}
