import { createIdempotencyKey } from '#src/trpc/ui/create-idempotency-key.ts'
import type { SignUpRequest } from '../../sign-up.ts'

const KEY = 'berth.sign-up.attempt'

/** Passwords are compared in memory alone. */
let lastPassword: string | undefined

/**
 * The key under which this very request is sent: the same one for a second click, a lost answer or a reload,
 * a new one as soon as any answer differs.
 */
export function keyOfRequest(request: SignUpRequest): string {
  const { password, ...owner } = request.owner
  const fingerprint = JSON.stringify({ ...request, owner })
  const stored = readAttempt()
  const samePassword = lastPassword === undefined || lastPassword === password
  lastPassword = password
  if (stored?.fingerprint === fingerprint && samePassword) return stored.key
  return renewKey(fingerprint)
}

/** Forgets the key, for an answer that says it belongs to another request. */
export function forgetKey(): void {
  writeAttempt(null)
}

function renewKey(fingerprint: string): string {
  const key = createIdempotencyKey()
  writeAttempt({ key, fingerprint })
  return key
}

type Attempt = { key: string; fingerprint: string }
let inMemory: Attempt | null = null

function readAttempt(): Attempt | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof stored === 'object' && stored && 'key' in stored && 'fingerprint' in stored) {
      return { key: String(stored.key), fingerprint: String(stored.fingerprint) }
    }
    return inMemory
  } catch {
    return inMemory
  }
}

function writeAttempt(attempt: Attempt | null): void {
  inMemory = attempt
  try {
    if (attempt) sessionStorage.setItem(KEY, JSON.stringify(attempt))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Storage switched off: the copy in memory still covers double clicks and lost answers.
  }
}
