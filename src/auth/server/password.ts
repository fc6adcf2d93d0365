import { hash, verify } from '@node-rs/bcrypt'
import { limitConcurrency } from './limit-concurrency.ts'

export const PASSWORD_COST = 12
/** bcrypt ignores what comes after. */
const MAX_PASSWORD_BYTES = 72
/** The hash of a random password that nobody knows, at the same cost as all others. */
export const UNKNOWN_PASSWORD_HASH = '$2b$12$22SB7BT0M1HyK60wPBdvQ.OH0SGRAQMJfP0h6J9IZOgNJBgk.znpG'

/**
 * bcrypt runs on libuv's pool of four threads, which files, DNS and every token check need too: a burst of
 * sign-ins must leave one of them free. The pool belongs to the process, and so does this limit.
 */
const POOL_THREADS = 4
/** At ten a second on two cores nobody waits longer than most browsers and programs do. */
const MAX_WAITING = 200
const withThread = limitConcurrency({ running: POOL_THREADS - 1, waiting: MAX_WAITING })

/**
 * The bcrypt hash to store for a password.
 * @throws RangeError for more than 72 bytes, which bcrypt would cut without a word; AppError
 *   DEPENDENCY_UNAVAILABLE when too many wait.
 */
export async function hashPassword(password: string): Promise<string> {
  return withThread(() => hash(password, { cost: PASSWORD_COST, rejectLongPasswords: true }))
}

/**
 * True when the password is the one the hash was made of. Takes as long whatever the answer.
 * @throws AppError DEPENDENCY_UNAVAILABLE when too many wait
 */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) return verifyAgainstNothing()
  return withThread(() => verify(password, passwordHash))
}

/** Takes as long as `verifyPassword`, for accounts that do not exist. @returns false */
export async function verifyAgainstNothing(): Promise<false> {
  await withThread(() => verify('', UNKNOWN_PASSWORD_HASH))
  return false
}
