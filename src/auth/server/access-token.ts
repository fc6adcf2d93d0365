import type { KeyObject } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { platformRoles, tenantRoles, type Identity } from '../identity.ts'

const ALGORITHM = 'HS256'
const ISSUER = 'berth'
const AUDIENCE = 'berth-api'

const claims = z.object({
  user_id: z.uuid(),
  tenant_id: z.uuid().nullable(),
  email: z.string(),
  role: z.enum([...tenantRoles, ...platformRoles]),
  sid: z.uuid(),
  exp: z.number(),
})
/** What an access token says. The role may have changed since: the session has the last word. */
export type AccessClaims = z.infer<typeof claims>

/**
 * A signed access token for a session.
 * @param minutes how long it is valid
 * @returns the token and its life in seconds
 */
export async function issueAccessToken(
  key: KeyObject,
  { identity, minutes }: { identity: Identity; minutes: number },
): Promise<{ accessToken: string; expiresIn: number }> {
  const { userId, tenantId, email, role, sessionId } = identity
  const expiresIn = minutes * 60
  const issuedAt = Math.floor(Date.now() / 1000)
  const accessToken = await new SignJWT({ user_id: userId, tenant_id: tenantId, email, role, sid: sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresIn)
    .sign(key)
  return { accessToken, expiresIn }
}

/** Tokens whose signature was found good, by the key it was made with. Who may do what is never remembered. */
const verified = new WeakMap<KeyObject, LRUCache<string, AccessClaims>>()
const MAX_VERIFIED = 5_000

/**
 * The claims of a token this installation has signed and that has not expired, or null. Checking a signature means
 * waiting for another thread, so that a token is checked once and then known, until it expires.
 */
export async function verifyAccessToken(key: KeyObject, token: string): Promise<AccessClaims | null> {
  const known = verified.get(key)?.get(token)
  if (known) return known.exp * 1000 > Date.now() ? known : null
  const found = await checkAccessToken(key, token)
  if (found) rememberVerified(key, { token, found })
  return found
}

function rememberVerified(key: KeyObject, { token, found }: { token: string; found: AccessClaims }): void {
  const tokens = verified.get(key) ?? new LRUCache<string, AccessClaims>({ max: MAX_VERIFIED })
  verified.set(key, tokens)
  tokens.set(token, found)
}

async function checkAccessToken(key: KeyObject, token: string): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'JWT',
    })
    return claims.parse(payload)
  } catch {
    return null
  }
}
