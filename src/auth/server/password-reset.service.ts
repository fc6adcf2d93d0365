import type { KeyObject } from 'node:crypto'
import { AppError } from '#src/shared/errors/app-error.ts'
import { enqueue } from '#src/jobs/server/enqueue.repository.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { getAccount, lockAccount } from './account.repository.ts'
import { markAccount } from './account-mark.ts'
import { siteOf } from './account-site.ts'
import { callerOf } from './caller.ts'
import { replacePassword } from './change-password.service.ts'
import { clearFailures, subjectOfAccount } from './lockout.ts'
import { redeemOneTimeToken, requireOneTimeToken } from './one-time-token.service.ts'
import { hashPassword } from './password.ts'
import { passwordResetTask } from './password-reset.tasks.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/**
 * Takes the wish for a new password. Whether there is such an account is looked up by a worker, after the
 * answer: neither what it says nor how long it takes can show it.
 * @param request.tenant null for people of the platform
 * @throws AppError RATE_LIMITED
 */
export async function requestPasswordReset(
  ctx: CallContext,
  { tenant, email, auditKey }: { tenant: CallTenant | null; email: string; auditKey: KeyObject },
): Promise<void> {
  const tenantId = tenant?.tenantId ?? null
  await ctx.limits.take('reset', subjectOfAccount({ tenantId, email }))
  const payload = {
    tenantId,
    email,
    mark: markAccount(auditKey, { tenantId, email }),
    site: siteOf(ctx, tenant),
    caller: callerOf(ctx),
  }
  await ctx.database.platform.$transaction((tx) => enqueue(tx, passwordResetTask, { payload }))
}

/**
 * Gives somebody a new password for the token that was mailed to them. All their sessions end.
 * @throws AppError TOKEN_INVALID; the try is recorded
 */
export async function resetPassword(
  ctx: CallContext,
  { tenant, token, newPassword }: { tenant: CallTenant | null; token: string; newPassword: string },
): Promise<void> {
  const { platform } = ctx.database
  const tenantId = tenant?.tenantId ?? null
  const key = { token, purpose: 'password-reset', tenantId } as const
  const record = { tenantId, caller: callerOf(ctx) }
  try {
    // Only a good token is worth the work of hashing.
    await requireOneTimeToken(platform, key)
    const passwordHash = await hashPassword(newPassword)
    const email = await platform.$transaction(async (tx) => {
      const { userId } = await redeemOneTimeToken(tx, key)
      await lockAccount(tx, userId)
      const account = await getAccount(tx, { tenantId, userId })
      if (!account?.isActive) throw new AppError('TOKEN_INVALID')
      await replacePassword(tx, { account, passwordHash, site: siteOf(ctx, tenant) })
      await createSignInRecord(tx, {
        ...record,
        actorId: userId,
        action: 'auth.password_reset',
        resource: { type: 'user', id: userId },
        details: {},
      })
      return account.email
    })
    await clearFailures(ctx.limits, { tenantId, email })
  } catch (error) {
    if (error instanceof AppError && error.code === 'TOKEN_INVALID') {
      await createSignInRecord(platform, {
        ...record,
        actorId: null,
        action: 'auth.password_reset_failed',
        resource: { type: 'user', id: null },
        details: { reason: 'invalid_token' },
      })
    }
    throw error
  }
}
