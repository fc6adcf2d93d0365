import type { PlatformDb } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { Role } from '../../identity.ts'
import type { Caller } from '../caller.ts'
import { TEST_PASSWORD_HASH } from './test-password.ts'

export const testCaller: Caller = { ip: '203.0.113.7', userAgent: 'test', requestId: 'request-1' }

/** A workspace row without anything behind it. */
export async function createTestTenant(
  db: PlatformDb,
  { subdomain, status = 'trial' }: { subdomain: string; status?: string },
): Promise<string> {
  const id = newId()
  await db.tenant.create({
    data: {
      id,
      subdomain,
      businessName: subdomain,
      industry: 'pet-care',
      timezone: 'UTC',
      currency: 'EUR',
      plan: 'free',
      status,
      schemaName: `t_${id.replaceAll('-', '')}`,
      roleName: `r_${id.replaceAll('-', '')}`,
    },
  })
  return id
}

/** A person with `TEST_PASSWORD`. */
export async function createTestUser(
  db: PlatformDb,
  user: { tenantId: string | null; email: string; role?: Role; isActive?: boolean },
): Promise<string> {
  const { tenantId, email, role = tenantId === null ? 'platform_admin' : 'owner', isActive = true } = user
  const id = newId()
  await db.user.create({
    data: { id, tenantId, email, fullName: 'Ada Test', passwordHash: TEST_PASSWORD_HASH, role, isActive },
  })
  return id
}
