import { subjectOfAddress } from '#src/limits/server/address-subject.ts'
import type { Limits } from '#src/limits/server/limits.ts'
import type { Standing } from '#src/limits/server/standing.ts'
import { AppError } from '#src/shared/errors/app-error.ts'

/** Whose sign-in is tried, whether there is such an account or not. */
export type TriedAccount = {
  /** null for people of the platform */
  tenantId: string | null
  /** trimmed and in lower case */
  email: string
}

/** One try, counted as failed before it is judged: many at once must not get more guesses than one by one. */
export type CountedTry = {
  /** seconds until the next try counts, or null while tries are let through */
  lockedSeconds: number | null
  /** should this try fail, the account is locked for so many seconds */
  locksForSeconds: number | null
  /** takes the count back, for a try that was never judged */
  forget: () => Promise<void>
}

/**
 * Holds a try to the limits on sign-ins, right or wrong, which keep hashing from being all that we do.
 * @throws AppError SIGN_IN_LOCKED for a locked account, else RATE_LIMITED
 */
export async function requireSignInBudget(
  limits: Limits,
  tried: TriedAccount,
  ip: string | null,
): Promise<void> {
  const account = subjectOfAccount(tried)
  try {
    await Promise.all([limits.take('login', account), limits.take('login-address', subjectOfAddress(ip))])
  } catch (error) {
    const failures = await limits.get('lockout', account)
    throw failures.used >= failures.limit ? signInLocked(failures.resetSeconds) : error
  }
}

/**
 * Counts a try at an account, and looks whether the account or the address is locked. A locked address leaves
 * the account's count alone, or strangers could lock whomever they name from there.
 */
export async function countTry(limits: Limits, tried: TriedAccount, ip: string | null): Promise<CountedTry> {
  const account = subjectOfAccount(tried)
  const [ofAccount, ofAddress] = await Promise.all([
    limits.count('lockout', account),
    limits.get('lockout-address', subjectOfAddress(ip)),
  ])
  const forget = () => limits.giveBack('lockout', account)
  const open = { lockedSeconds: null, locksForSeconds: null, forget }
  if (ofAccount.used > ofAccount.limit) return { ...open, lockedSeconds: ofAccount.resetSeconds }
  if (ofAddress.used >= ofAddress.limit) {
    await forget()
    return { ...open, lockedSeconds: ofAddress.resetSeconds, forget: async () => undefined }
  }
  return ofAccount.used === ofAccount.limit ? { ...open, locksForSeconds: ofAccount.resetSeconds } : open
}

/** Counts a failed try against the address it came from. @returns how many there were */
export function countFailureOfAddress(limits: Limits, ip: string | null): Promise<Standing> {
  return limits.count('lockout-address', subjectOfAddress(ip))
}

/** Begins anew, after a sign-in or with a new password. */
export function clearFailures(limits: Limits, account: TriedAccount): Promise<void> {
  return limits.clear('lockout', subjectOfAccount(account))
}

/** The error that says when to come again. */
export function signInLocked(retryAfterSeconds: number): AppError {
  return new AppError('SIGN_IN_LOCKED', { details: { retryAfterSeconds } })
}

/** How the limits on accounts know an account. */
export function subjectOfAccount({ tenantId, email }: TriedAccount): string {
  return `${tenantId ?? 'platform'} ${email}`
}
