import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { issueAccessToken } from '#src/auth/server/access-token.ts'
import { getLiveIdentity } from '#src/auth/server/live-identity.repository.ts'
import { createSession } from '#src/auth/server/session.repository.ts'
import { testCaller } from '#src/auth/server/testing/accounts.ts'
import { newId } from '#src/shared/ids.ts'
import { AUTH_SECRET } from './auth-secret.ts'
import type { TestServer } from './test-server.ts'

/** An access token for a session of its own, without the time that a password takes. Of the platform with `tenantId: null`. */
export async function mintToken(
  { database }: TestServer,
  { tenantId, email }: { tenantId: string | null; email: string },
): Promise<string> {
  const { platform } = database
  const user = await platform.user.findFirstOrThrow({ where: { tenantId, email }, select: { id: true } })
  const id = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await createSession(platform, { id, userId: user.id, tenantId, kind: 'api', expiresAt, caller: testCaller })
  const identity = await getLiveIdentity(platform, id)
  if (!identity) throw new Error('The session has not begun.')
  const key = deriveAuthKeys(AUTH_SECRET).accessToken
  return (await issueAccessToken(key, { identity, minutes: 30 })).accessToken
}
