import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { emailChangeMail, emailChangeNoticeMail } from '#src/mail/server/account-mails.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import type { RequestEmailChangeInput } from '../account.ts'
import { CONFIRM_EMAIL_PATH } from '../paths.ts'
import { getAccount, updateEmail } from './account.repository.ts'
import { resetUrlOf, siteOf } from './account-site.ts'
import { callerOf } from './caller.ts'
import { requireCurrentPassword } from './current-password.service.ts'
import type { PersonCall } from './member-access.ts'
import { deleteOneTimeTokens } from './one-time-token.repository.ts'
import { createOneTimeToken, lifetimeMinutes, redeemOneTimeToken } from './one-time-token.service.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

const purpose = 'email-change'

/**
 * Mails a token to the address the caller wants, and a notice to the one they have. Whether somebody else has
 * that address makes no difference here: the one who asks must not learn it.
 * @throws AppError VALIDATION_FAILED
 */
export async function requestEmailChange(
  ctx: PersonCall,
  { newEmail, currentPassword }: RequestEmailChangeInput,
): Promise<void> {
  const { id: userId, tenantId, email, fullName } = await requireCurrentPassword(ctx, currentPassword)
  if (newEmail === email) throw fieldError('newEmail', 'This is your address already.')
  const site = siteOf(ctx, ctx.tenant)
  const holder = { fullName, siteName: site.name }
  await ctx.database.platform.$transaction(async (tx) => {
    await deleteOneTimeTokens(tx, { userId, purpose })
    const token = await createOneTimeToken(tx, { purpose, tenantId, userId, payload: { email: newEmail } })
    const url = `${site.url}${CONFIRM_EMAIL_PATH}#${token}`
    const question = emailChangeMail({ ...holder, url, validMinutes: lifetimeMinutes(purpose) })
    const notice = emailChangeNoticeMail({ ...holder, newEmail, url: resetUrlOf(site) })
    await queueMail(tx, { ...question, tenantId, to: newEmail })
    await queueMail(tx, { ...notice, tenantId, to: email })
    await createSignInRecord(tx, {
      tenantId,
      actorId: userId,
      action: 'auth.email_change_request',
      resource: { type: 'user', id: userId },
      details: { after: { email: newEmail } },
      caller: callerOf(ctx),
    })
  })
}

/**
 * Makes the address that a token was mailed to the one its person signs in with. Links for a new password that
 * lie in the old mailbox stop working.
 * @returns the new address
 * @throws AppError TOKEN_INVALID, also when somebody else has the address by now; the try is recorded
 */
export async function confirmEmailChange(
  ctx: CallContext,
  { tenant, token }: { tenant: CallTenant | null; token: string },
): Promise<string> {
  const tenantId = tenant?.tenantId ?? null
  try {
    return await applyEmailChange(ctx, { tenantId, token })
  } catch (error) {
    const isTaken = sqlstateOf(error) === SQLSTATE.uniqueViolation
    if (!isTaken && !(error instanceof AppError && error.code === 'TOKEN_INVALID')) throw error
    await createSignInRecord(ctx.database.platform, {
      tenantId,
      actorId: null,
      action: 'auth.email_change_failed',
      resource: { type: 'user', id: null },
      details: { reason: isTaken ? 'address_taken' : 'invalid_token' },
      caller: callerOf(ctx),
    })
    throw new AppError('TOKEN_INVALID', { cause: error })
  }
}

async function applyEmailChange(
  ctx: CallContext,
  { tenantId, token }: { tenantId: string | null; token: string },
): Promise<string> {
  return ctx.database.platform.$transaction(async (tx) => {
    const { userId, payload } = await redeemOneTimeToken(tx, { token, purpose, tenantId })
    const account = await getAccount(tx, { tenantId, userId })
    const { email } = payload
    if (!account?.isActive || email === undefined) throw new AppError('TOKEN_INVALID')
    await updateEmail(tx, { userId, email })
    await deleteOneTimeTokens(tx, { userId, purpose: 'password-reset' })
    await createSignInRecord(tx, {
      tenantId,
      actorId: userId,
      action: 'auth.email_change',
      resource: { type: 'user', id: userId },
      details: { before: { email: account.email }, after: { email } },
      caller: callerOf(ctx),
    })
    return email
  })
}
