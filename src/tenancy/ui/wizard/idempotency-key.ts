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
  const key = createKey()
  writeAttempt({ key, fingerprint })
  return key
}

/** `crypto.randomUUID` exists on secure origins only; plain http on a local network is not one. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
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
