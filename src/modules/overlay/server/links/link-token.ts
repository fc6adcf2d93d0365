import { createSecretToken, hashSecretToken, isSecretToken } from '#src/auth/server/secret-token.ts'

/** A tenant id is 16 bytes: 22 characters. Behind it come the 43 of the secret. */
const TENANT_LENGTH = 22

export type LinkToken = { token: string; tokenHash: string }

/** A new token for a tenant: its id, so that the token finds its tables, and 256 random bits. */
export function createLinkToken(tenantId: string): LinkToken {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  const secret = createSecretToken()
  return { token: `${tenant}${secret}`, tokenHash: hashSecretToken(secret) }
}

/** What a token says, or null for a text that cannot be one. */
export function readLinkToken(token: string): { tenantId: string; tokenHash: string } | null {
  const secret = token.slice(TENANT_LENGTH)
  const hex = Buffer.from(token.slice(0, TENANT_LENGTH), 'base64url').toString('hex')
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex)
  if (!parts || !isSecretToken(secret)) return null
  return { tenantId: parts.slice(1).join('-'), tokenHash: hashSecretToken(secret) }
}
