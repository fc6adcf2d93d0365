import type { PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { Identity } from '../../identity.ts'
import type { Account } from '../account.repository.ts'
import type { Caller } from '../caller.ts'
import { createSession } from '../session.repository.ts'
import { createSignInRecord } from '../sign-in-audit.repository.ts'
import { findImpersonation } from './impersonation.repository.ts'

type Opening = { account: Account; impersonationId: string; caller: Caller }

/**
 * Signs somebody of the platform in as somebody else, for what is left of the time they asked for. It is no sign-in
 * of that person: when they were last there stays as it was.
 * @throws AppError TOKEN_INVALID when it is over
 */
export async function startImpersonatedSession(
  tx: PlatformTx,
  { account, impersonationId, caller: origin }: Opening,
): Promise<Identity> {
  const { id: userId, tenantId, email, fullName, role } = account
  const impersonator = await findImpersonation(tx, { id: impersonationId, userId })
  if (!impersonator) throw new AppError('TOKEN_INVALID')
  const caller = { ...origin, impersonator }
  const sessionId = newId()
  const expiresAt = new Date(impersonator.until)
  await createSession(tx, {
    ...{ id: sessionId, userId, tenantId, kind: 'web', expiresAt, impersonationId },
    caller,
  })
  await createSignInRecord(tx, {
    tenantId,
    actorId: userId,
    action: 'auth.sign_in',
    resource: { type: 'session', id: sessionId },
    details: { method: 'impersonation', kind: 'web', impersonationId, reason: impersonator.reason },
    caller,
  })
  return { userId, tenantId, email, fullName, role, credential: 'web', sessionId, scopes: null, impersonator }
}
