import type { ErrorCode } from '#src/shared/errors/catalogue.ts'

/** Goes to the sign-in page by a full load, so that nothing of the ended session stays in memory. */
export function leaveForSignIn(reason?: ErrorCode): void {
  const address = new URL('/login', window.location.origin)
  if (reason) address.searchParams.set('error', reason)
  window.location.assign(address)
}
