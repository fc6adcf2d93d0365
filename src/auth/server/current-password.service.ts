import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { getAccount, type Account } from './account.repository.ts'
import { callerOf } from './caller.ts'
import type { PersonCall } from './member-access.ts'
import { verifyPassword } from './password.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/**
 * Makes sure that it is the person who acts, and not somebody who found their session open.
 * @throws AppError VALIDATION_FAILED at the field `currentPassword`; the try is recorded
 */
export async function requireCurrentPassword(ctx: PersonCall, currentPassword: string): Promise<Account> {
  const { platform } = ctx.database
  const { userId, tenantId } = ctx.identity
  const account = await getAccount(platform, { tenantId, userId })
  if (!account) throw new AppError('UNAUTHENTICATED')
  if (await verifyPassword(currentPassword, account.passwordHash)) return account
  await createSignInRecord(platform, {
    tenantId,
    actorId: userId,
    action: 'auth.password_refused',
    resource: { type: 'user', id: userId },
    details: { reason: 'wrong_password' },
    caller: callerOf(ctx),
  })
  throw fieldError('currentPassword', 'This is not your password.')
}
