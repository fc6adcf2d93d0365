import type { PlatformTx } from '#src/db/server/database.ts'
import { passwordChangedMail } from '#src/mail/server/account-mails.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { ChangePasswordInput } from '../account.ts'
import { updatePasswordHash, type Account } from './account.repository.ts'
import { resetUrlOf, type AccountSite, siteOf } from './account-site.ts'
import { callerOf } from './caller.ts'
import { requireCurrentPassword } from './current-password.service.ts'
import type { PersonCall } from './member-access.ts'
import { deleteOneTimeTokens } from './one-time-token.repository.ts'
import { hashPassword } from './password.ts'
import { updateSessionsRevoked } from './session.repository.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/**
 * Gives the caller another password. All their other sessions end, and what lies in their mailbox to get in by
 * becomes worthless.
 * @throws AppError VALIDATION_FAILED, CONFLICT when the password was changed in the meantime
 */
export async function changePassword(
  ctx: PersonCall,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<void> {
  const account = await requireCurrentPassword(ctx, currentPassword)
  if (newPassword === currentPassword) {
    throw fieldError('newPassword', 'Choose another password than the one you have.')
  }
  const passwordHash = await hashPassword(newPassword)
  await ctx.database.platform.$transaction(async (tx) => {
    await replacePassword(tx, {
      account,
      passwordHash,
      site: siteOf(ctx, ctx.tenant),
      keptSession: ctx.identity.sessionId,
    })
    await createSignInRecord(tx, {
      tenantId: account.tenantId,
      actorId: account.id,
      action: 'auth.password_change',
      resource: { type: 'user', id: account.id },
      details: {},
      caller: callerOf(ctx),
    })
  })
}

/**
 * Stores another password, ends all sessions but `keptSession` and all mailed tokens, and tells the person.
 * @throws AppError CONFLICT when the account has changed in the meantime
 */
export async function replacePassword(
  tx: PlatformTx,
  replacement: { account: Account; passwordHash: string; site: AccountSite; keptSession?: string },
): Promise<void> {
  const { account, passwordHash, site, keptSession } = replacement
  const { id: userId, tenantId, email, fullName } = account
  if (!(await updatePasswordHash(tx, { userId, from: account.passwordHash, to: passwordHash }))) {
    throw new AppError('CONFLICT')
  }
  await updateSessionsRevoked(tx, {
    userId,
    tenantId,
    ...(keptSession === undefined ? {} : { except: keptSession }),
  })
  for (const purpose of ['password-reset', 'email-change', 'sign-in'] as const) {
    await deleteOneTimeTokens(tx, { userId, purpose })
  }
  const mail = passwordChangedMail({ fullName, siteName: site.name, url: resetUrlOf(site) })
  await queueMail(tx, { ...mail, tenantId, to: email })
}
