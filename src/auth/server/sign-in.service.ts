import type { KeyObject } from 'node:crypto'
import type { PlatformDb } from '#src/db/server/database.ts'
import { enqueue } from '#src/jobs/server/enqueue.repository.ts'
import type { Limits } from '#src/limits/server/limits.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { Identity } from '../identity.ts'
import { markAccount } from './account-mark.ts'
import { getAccount, getAccountByEmail, type Account } from './account.repository.ts'
import { lockNoticeTask } from './lock-notice.tasks.ts'
import {
  clearFailures,
  countFailureOfAddress,
  countTry,
  requireSignInBudget,
  signInLocked,
  type CountedTry,
} from './lockout.ts'
import { verifyAgainstNothing, verifyPassword } from './password.ts'
import { startImpersonatedSession } from './impersonation/impersonated-session.service.ts'
import { startSession, type SessionRequest } from './session.service.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'
import { redeemOneTimeToken } from './one-time-token.service.ts'

export type PasswordSignIn = SessionRequest & {
  /** null for people of the platform */
  tenantId: string | null
  /** trimmed and in lower case */
  email: string
  password: string
  limits: Limits
  /** makes the mark that stands for an unknown account in the audit log */
  auditKey: KeyObject
}

export type TicketSignIn = SessionRequest & { tenantId: string; ticket: string }

/**
 * Signs somebody in by e-mail and password. An unknown account, a wrong password and an account that is
 * switched off take the same time and get the same answer; the audit log knows which it was. A locked account
 * is told so, after the same work, whatever the password.
 * @throws AppError INVALID_CREDENTIALS, SIGN_IN_LOCKED, RATE_LIMITED, DEPENDENCY_UNAVAILABLE when too many wait
 */
export async function signInWithPassword(db: PlatformDb, attempt: PasswordSignIn): Promise<Identity> {
  const { limits, caller } = attempt
  await requireSignInBudget(limits, attempt, caller.ip)
  const account = await getAccountByEmail(db, attempt)
  const { matches, counted } = await judge(attempt, account)
  const { lockedSeconds } = counted
  if (lockedSeconds !== null) {
    await recordRefusal(db, { attempt, account, reason: 'locked' })
    throw signInLocked(lockedSeconds)
  }
  if (!account || !matches || !account.isActive) {
    const reason = !account ? 'unknown_account' : matches ? 'inactive_account' : 'wrong_password'
    await Promise.all([
      recordRefusal(db, { attempt, account, reason, locksForSeconds: counted.locksForSeconds }),
      noteFailureOfAddress(db, attempt),
    ])
    throw new AppError('INVALID_CREDENTIALS')
  }
  const [identity] = await Promise.all([
    db.$transaction((tx) => startSession(tx, { account, method: 'password', request: attempt })),
    clearFailures(limits, attempt),
  ])
  return identity
}

/** Checks the password and counts the try beside it, so that counting costs no time. */
async function judge(
  attempt: PasswordSignIn,
  account: Account | null,
): Promise<{ matches: boolean; counted: CountedTry }> {
  const { limits, password, caller } = attempt
  const counting = countTry(limits, attempt, caller.ip)
  const checking = account ? verifyPassword(password, account.passwordHash) : verifyAgainstNothing()
  try {
    const [matches, counted] = await Promise.all([checking, counting])
    return { matches, counted }
  } catch (error) {
    // It was never judged, so it was no failure.
    await counting.then(({ forget }) => forget()).catch(() => undefined)
    throw error
  }
}

/**
 * Signs somebody in by a one-time ticket, which is used up only if the session has started.
 * @throws AppError TOKEN_INVALID
 */
export async function signInWithTicket(db: PlatformDb, attempt: TicketSignIn): Promise<Identity> {
  const { tenantId, ticket, caller } = attempt
  try {
    return await db.$transaction(async (tx) => {
      const used = await redeemOneTimeToken(tx, { token: ticket, purpose: 'sign-in', tenantId })
      const account = await getAccount(tx, { tenantId, userId: used.userId })
      if (!account?.isActive) throw new AppError('TOKEN_INVALID')
      const { impersonationId } = used.payload
      if (impersonationId !== undefined)
        return startImpersonatedSession(tx, { account, impersonationId, caller })
      return startSession(tx, { account, method: 'ticket', request: attempt })
    })
  } catch (error) {
    if (error instanceof AppError) {
      await createSignInRecord(db, {
        tenantId,
        actorId: null,
        action: 'auth.sign_in_failed',
        resource: { type: 'user', id: null },
        details: { method: 'ticket', reason: 'invalid_ticket' },
        caller,
      })
    }
    throw error
  }
}

type Refusal = {
  attempt: PasswordSignIn
  account: Account | null
  reason: 'unknown_account' | 'inactive_account' | 'wrong_password' | 'locked'
  /** how long the account is locked from now on, if it is */
  locksForSeconds?: number | null
}

async function recordRefusal(db: PlatformDb, refusal: Refusal): Promise<void> {
  const { attempt, account, reason, locksForSeconds = null } = refusal
  const record = {
    tenantId: attempt.tenantId,
    actorId: null,
    resource: { type: 'user', id: account?.id ?? null },
    details: {
      method: 'password',
      reason,
      ...(account ? {} : { account: markAccount(attempt.auditKey, attempt) }),
    },
    caller: attempt.caller,
  }
  const failure = { ...record, action: 'auth.sign_in_failed' } as const
  if (locksForSeconds === null) return createSignInRecord(db, failure)
  const minutes = Math.ceil(locksForSeconds / 60)
  await db.$transaction(async (tx) => {
    await createSignInRecord(tx, failure)
    await createSignInRecord(tx, {
      ...record,
      action: 'auth.locked_out',
      details: { ...record.details, reason: 'account', minutes: String(minutes) },
    })
    await enqueue(tx, lockNoticeTask, { payload: { userId: account?.id ?? null, minutes } })
  })
}

/** The failure that locks the address is written down, once, where the account was tried. */
async function noteFailureOfAddress(db: PlatformDb, attempt: PasswordSignIn): Promise<void> {
  const { limits, caller, tenantId } = attempt
  const { used, limit, resetSeconds } = await countFailureOfAddress(limits, caller.ip)
  if (used !== limit) return
  await createSignInRecord(db, {
    tenantId,
    actorId: null,
    action: 'auth.locked_out',
    resource: { type: 'address', id: null },
    details: { method: 'password', reason: 'address', minutes: String(Math.ceil(resetSeconds / 60)) },
    caller,
  })
}
