import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { encode } from 'next-auth/jwt'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { authCookieNames } from '#src/auth/server/session-cookie.ts'
import { AUTH_SECRET } from '../auth-secret.ts'

/** The claims of an access token. */
export type TokenClaims = {
  user_id: string
  tenant_id: string | null
  email: string
  role: string
  sid: string
}

const keys = deriveAuthKeys(AUTH_SECRET)
const LIFE_SECONDS = 1800
/** Another installation's key, or a guessed one. */
const wrongKey = createSecretKey(Buffer.alloc(32, 7))
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

type Forgery = { key?: Parameters<SignJWT['sign']>[0]; alg?: string; age?: number }

/** An access token as the installation signs it; `forgery` says what is different about it. */
export async function signToken(claims: TokenClaims, forgery: Forgery = {}): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000) - (forgery.age ?? 0)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: forgery.alg ?? 'HS256', typ: 'JWT' })
    .setIssuer('berth')
    .setAudience('berth-api')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(forgery.key ?? keys.accessToken)
}

/** Tokens that say who one is without anybody having vouched for it, by what is wrong with them. */
export async function forgeTokens(claims: TokenClaims): Promise<Record<string, string>> {
  const honest = await signToken(claims)
  const [, payload = '', signature = ''] = honest.split('.')
  const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' })
  return {
    'expired token': await signToken(claims, { age: LIFE_SECONDS + 60 }),
    'forged signature': await signToken(claims, { key: wrongKey }),
    'cut signature': honest.slice(0, -4),
    'alg none': `${encodePart({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'alg none, signed': `${encodePart({ alg: 'None', typ: 'JWT' })}.${payload}.${signature}`,
    'signed by RS256': await signToken(claims, { key: pair.privateKey, alg: 'RS256' }),
    'RS256 claimed, HS256 signed': `${encodePart({ alg: 'RS256', typ: 'JWT' })}.${payload}.${signature}`,
    'HS256 with a public key': await signToken(claims, { key: Buffer.from(publicPem) }),
    'HS512 with the right key': await signToken(claims, {
      key: Buffer.concat([keys.accessToken.export(), Buffer.alloc(32)]),
      alg: 'HS512',
    }),
    'signed with the key of another purpose': await signToken(claims, { key: keys.audit }),
  }
}

/** The cookie a browser holds for a session. */
export async function createSessionCookie(sessionId: string): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: keys.webSession, maxAge: LIFE_SECONDS })
  return `${authCookieNames(undefined).sessionToken}=${token}`
}

function encodePart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
