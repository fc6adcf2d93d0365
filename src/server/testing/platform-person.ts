import type { PlatformRole } from '#src/auth/identity.ts'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { newId } from '#src/shared/ids.ts'
import { mintToken } from './mint-token.ts'
import type { TestServer } from './test-server.ts'

/** Somebody of the platform, signed in; their password is `TEST_PASSWORD`. */
export async function addPlatformPerson(
  server: TestServer,
  role: PlatformRole = 'platform_admin',
): Promise<{ id: string; email: string; token: string }> {
  const email = `${role.replace('platform_', '')}-${newId()}@berth.test`
  const id = await createTestUser(server.database.platform, { tenantId: null, email, role })
  return { id, email, token: await mintToken(server, { tenantId: null, email }) }
}
