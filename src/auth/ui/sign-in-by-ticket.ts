import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import { postCredentials } from './next-auth-client.ts'

/**
 * Signs in with a one-time ticket and leaves for the first page.
 * @returns why it did not work; null while the browser leaves
 */
export async function signInByTicket(ticket: string): Promise<ErrorCode | null> {
  if (ticket === '') return 'TOKEN_INVALID'
  const outcome = await postCredentials('ticket', { ticket, callbackUrl: '/' })
  if (!outcome.ok) return outcome.code
  window.location.replace(outcome.url)
  return null
}
