import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/**
 * The token that lets a visitor who signed up watch that one run. It is derived from the run, so nothing has
 * to be stored, and a repeated sign-up request gets the very same one.
 */
export function createWatchToken(authSecret: string, runId: string): string {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'berth watch token', 32))
  return createHmac('sha256', key).update(runId).digest('base64url')
}

/** Compares in constant time. */
export function isWatchToken(
  authSecret: string,
  { runId, token }: { runId: string; token: string },
): boolean {
  const expected = Buffer.from(createWatchToken(authSecret, runId))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
