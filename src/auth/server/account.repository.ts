import type { PlatformTx } from '#src/db/server/database.ts'
import type { Role } from '../identity.ts'

/** A person as the sign-in needs to know them. */
export type Account = {
  id: string
  tenantId: string | null
  email: string
  fullName: string
  role: Role
  isActive: boolean
  passwordHash: string
}

const columns = {
  id: true,
  tenantId: true,
  email: true,
  fullName: true,
  role: true,
  isActive: true,
  passwordHash: true,
} as const

/** @param tenantId null for people of the platform */
export async function getAccountByEmail(
  db: PlatformTx,
  { tenantId, email }: { tenantId: string | null; email: string },
): Promise<Account | null> {
  const user = await db.user.findFirst({ where: { tenantId, email }, select: columns })
  return user && { ...user, role: user.role as Role }
}

export async function getAccount(
  db: PlatformTx,
  { tenantId, userId }: { tenantId: string | null; userId: string },
): Promise<Account | null> {
  const user = await db.user.findFirst({ where: { id: userId, tenantId }, select: columns })
  return user && { ...user, role: user.role as Role }
}

/** The role of a person of this tenant; null for anybody else. */
export async function getRole(
  db: PlatformTx,
  { tenantId, userId }: { tenantId: string | null; userId: string },
): Promise<Role | null> {
  const user = await db.user.findFirst({ where: { id: userId, tenantId }, select: { role: true } })
  return (user?.role as Role | undefined) ?? null
}

/** Until the end of the transaction nobody else changes this person, or counts what they have. */
export async function lockAccount(db: PlatformTx, userId: string): Promise<void> {
  await db.$queryRaw`select id from users where id = ${userId}::uuid for update`
}

/** Replaces a password hash by another one. @returns false when it is not the stored one any more */
export async function updatePasswordHash(
  db: PlatformTx,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, passwordHash: from, isActive: true },
    data: { passwordHash: to, updatedAt: new Date() },
  })
  return count === 1
}

/** @throws a unique violation when another person of the tenant has the address */
export async function updateEmail(
  db: PlatformTx,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await db.user.update({
    where: { id: userId },
    data: { email, updatedAt: new Date() },
    select: { id: true },
  })
}

export async function updateFullName(
  db: PlatformTx,
  { userId, fullName }: { userId: string; fullName: string },
): Promise<void> {
  await db.user.update({
    where: { id: userId },
    data: { fullName, updatedAt: new Date() },
    select: { id: true },
  })
}

/**
 * Notes that a person signs in, and keeps their account as it is until the end of the transaction.
 * @returns false when it is not the account any more that was checked: another password, or switched off
 */
export async function updateLastSignIn(
  db: PlatformTx,
  { id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>,
): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id, passwordHash, isActive: true, removedAt: null },
    data: { lastSignInAt: new Date() },
  })
  return count === 1
}

export async function createAccount(db: PlatformTx, account: Omit<Account, 'isActive'>): Promise<void> {
  await db.user.create({ data: account, select: { id: true } })
}

export async function hasPlatformAdmin(db: PlatformTx): Promise<boolean> {
  const admin = await db.user.findFirst({
    where: { tenantId: null, role: 'platform_admin' },
    select: { id: true },
  })
  return admin !== null
}

/** Any constant will do; it only has to be the same in every process. */
const PLATFORM_ADMINS_LOCK = 7_203_117

/** Until the end of the transaction nobody else decides whether an admin has to be created. */
export async function lockPlatformAdmins(db: PlatformTx): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(${PLATFORM_ADMINS_LOCK}::bigint)`
}

/** Somebody to write to about their account; nobody who is switched off. */
export async function getNoticeAddressee(db: PlatformTx, userId: string) {
  const user = await db.user.findFirst({
    where: { id: userId, isActive: true },
    select: { tenantId: true, email: true, fullName: true },
  })
  if (!user) return null
  const tenant =
    user.tenantId === null
      ? null
      : await db.tenant.findFirst({
          where: { id: user.tenantId },
          select: { businessName: true, subdomain: true },
        })
  return { ...user, workspace: tenant && { name: tenant.businessName, subdomain: tenant.subdomain } }
}
