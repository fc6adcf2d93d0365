import { createHmac, type KeyObject } from 'node:crypto'
import type { PlatformDb } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { Identity } from '../identity.ts'
import { getAccount, getAccountByEmail, type Account } from './account.repository.ts'
import { verifyAgainstNothing, verifyPassword } from './password.ts'
import { startSession, type SessionRequest } from './session.service.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'
import { redeemOneTimeToken } from './one-time-token.service.ts'

export type PasswordSignIn = SessionRequest & {
  /** null for people of the platform */
  tenantId: string | null
  /** trimmed and in lower case */
  email: string
  password: string
  /** makes the mark that stands for an unknown account in the audit log */
  auditKey: KeyObject
}

export type TicketSignIn = SessionRequest & { tenantId: string; ticket: string }

/**
 * Signs somebody in by e-mail and password. An unknown account, a wrong password and an account that is
 * switched off take the same time and get the same answer; the audit log knows which it was.
 * @throws AppError INVALID_CREDENTIALS
 */
export async function signInWithPassword(db: PlatformDb, attempt: PasswordSignIn): Promise<Identity> {
  const account = await getAccountByEmail(db, attempt)
  const matches = account
    ? await verifyPassword(attempt.password, account.passwordHash)
    : await verifyAgainstNothing()
  if (!account || !matches || !account.isActive) {
    await recordRefusal(db, { attempt, account, matches })
    throw new AppError('INVALID_CREDENTIALS')
  }
  return db.$transaction((tx) => startSession(tx, { account, method: 'password', request: attempt }))
}

/**
 * Signs somebody in by a one-time ticket, which is used up only if the session has started.
 * @throws AppError TOKEN_INVALID
 */
export async function signInWithTicket(db: PlatformDb, attempt: TicketSignIn): Promise<Identity> {
  const { tenantId, ticket, caller } = attempt
  try {
    return await db.$transaction(async (tx) => {
      const { userId } = await redeemOneTimeToken(tx, { token: ticket, purpose: 'sign-in', tenantId })
      const account = await getAccount(tx, { tenantId, userId })
      if (!account?.isActive) throw new AppError('TOKEN_INVALID')
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

async function recordRefusal(
  db: PlatformDb,
  refusal: { attempt: PasswordSignIn; account: Account | null; matches: boolean },
): Promise<void> {
  const { attempt, account, matches } = refusal
  const reason = !account ? 'unknown_account' : matches ? 'inactive_account' : 'wrong_password'
  await createSignInRecord(db, {
    tenantId: attempt.tenantId,
    actorId: null,
    action: 'auth.sign_in_failed',
    resource: { type: 'user', id: account?.id ?? null },
    details: { method: 'password', reason, ...(account ? {} : { account: markOf(attempt) }) },
    caller: attempt.caller,
  })
}

/**
 * Lets repeated tries be recognised without writing down what was typed, which may be somebody's password in
 * the wrong field. Keyed, so that readers of the log cannot search for what it was.
 */
function markOf({ tenantId, email, auditKey }: PasswordSignIn): string {
  return createHmac('sha256', auditKey)
    .update(`${tenantId ?? ''}\n${email}`)
    .digest('hex')
    .slice(0, 12)
}
