import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import { signInPathFor } from '../paths.ts'

/**
 * Goes to the sign-in page by a full load, so that nothing of the ended session stays in memory.
 * @param reason why somebody who did not ask for it has to sign in; they come back to this page then
 */
export function leaveForSignIn(reason?: ErrorCode): void {
  const { origin, pathname, search } = window.location
  const address = new URL(signInPathFor(pathname), origin)
  if (reason) {
    address.searchParams.set('next', `${pathname}${search}`)
    address.searchParams.set('error', reason)
  }
  window.location.assign(address)
}
