import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32
const TOKEN_SHAPE = /^[\w-]{43}$/

/** 256 random bits as 43 characters that need no escaping in an address. */
export function createSecretToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** True when the text can be one of our tokens; anything else need not be looked up. */
export function isSecretToken(text: string): boolean {
  return TOKEN_SHAPE.test(text)
}

/** What is stored of a token: it is random enough that a plain hash cannot be searched. */
export function hashSecretToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
