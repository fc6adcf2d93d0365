import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import type { Account } from '#src/auth/server/account.repository.ts'
import { startApiSession } from '#src/auth/server/api-session.service.ts'
import type { AuthKeys } from '#src/auth/server/auth-keys.ts'
import { callerOf } from '#src/auth/server/caller.ts'
import { createOneTimeToken } from '#src/auth/server/one-time-token.service.ts'
import { hashPassword } from '#src/auth/server/password.ts'
import { hashSecretToken, isSecretToken } from '#src/auth/server/secret-token.ts'
import { issueSignIn, type SignInAnswer } from '#src/auth/server/sign-in-answer.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import type { AcceptInvitation, InvitationPreview } from '../invitation.ts'
import { requirePersonRoom } from '../plans.ts'
import {
  addMember,
  claimInvitation,
  findOfferedInvitation,
  lockTenant,
  type OfferedInvitation,
} from './accept-invitation.repository.ts'
import { countTeam } from './member.repository.ts'
import { requireOpenTenant } from './tenant-procedure.ts'

/** What follows in the same transaction once the account is there. */
export type AfterAcceptance<Answer> = (tx: PlatformTx, account: Account) => Promise<Answer>

/**
 * What an invitation offers, for whoever holds its token.
 * @throws AppError TOKEN_INVALID, TENANT_SUSPENDED, TENANT_NOT_READY
 */
export async function previewInvitation(
  ctx: CallContext,
  { token }: { token: string },
): Promise<InvitationPreview> {
  const { businessName, email, fullName, role, inviterName, expiresAt } = await requireOffer(ctx, token)
  return { businessName, email, fullName, role, inviterName, expiresAt: expiresAt.toISOString() }
}

/**
 * Makes somebody a person of the team who holds the token of an invitation: a new one, or one who was removed
 * and comes back. The token is used up only if everything else has worked.
 * @throws AppError TOKEN_INVALID, TENANT_SUSPENDED, TENANT_NOT_READY, ALREADY_EXISTS, PLAN_LIMIT_REACHED
 */
export async function acceptInvitation<Answer>(
  ctx: CallContext,
  { token, fullName, password }: AcceptInvitation,
  conclude: AfterAcceptance<Answer>,
): Promise<Answer> {
  // Asked before the slow hash; the claim decides in the end.
  const { id, tenantId, email, role } = await requireOffer(ctx, token)
  const passwordHash = await hashPassword(password)
  return ctx.database.platform.$transaction(async (tx) => {
    const { status, plan } = (await lockTenant(tx, tenantId)) ?? { status: 'deleted', plan: 'free' }
    requireOpenTenant({ status })
    if (role !== 'client') requirePersonRoom(plan, await countTeam(tx, tenantId))
    if (!(await claimInvitation(tx, hashSecretToken(token)))) throw new AppError('TOKEN_INVALID')
    const account = await addMember(tx, { tenantId, email, role, fullName, passwordHash })
    if (!account) {
      throw new AppError('ALREADY_EXISTS', {
        message: 'You belong to this workspace already. Sign in instead.',
      })
    }
    const { ip, userAgent, requestId } = ctx
    await appendAudit(tx, {
      tenantId,
      actor: { kind: 'user', userId: account.id, ip, userAgent, requestId },
      action: 'invitations.accept',
      resource: { type: 'invitations', id },
      details: { after: { email, fullName, role, userId: account.id } },
    })
    const answer = await conclude(tx, account)
    await ctx.idempotentCall?.finishInPlatform(tx, answer)
    return answer
  })
}

/** Signs the new person in as programs do. */
export function acceptForProgram(ctx: CallContext, keys: AuthKeys): AfterAcceptance<SignInAnswer> {
  return async (tx, account) => {
    const start = { account, method: 'invitation', caller: callerOf(ctx) }
    return issueSignIn(ctx, keys, await startApiSession(tx, ctx.env, start))
  }
}

/** A ticket with which the browser gets its cookie, as cookies are set by the sign-in of the pages alone. */
export function acceptForBrowser(): AfterAcceptance<{ ticket: string }> {
  return async (tx, { id: userId, tenantId }) => ({
    ticket: await createOneTimeToken(tx, { purpose: 'sign-in', tenantId, userId }),
  })
}

/**
 * The invitation behind a token. On the host of a workspace only its own count.
 * @throws AppError TOKEN_INVALID, TENANT_SUSPENDED, TENANT_NOT_READY
 */
async function requireOffer(
  { database, hostTenant }: CallContext,
  token: string,
): Promise<OfferedInvitation> {
  const offer = isSecretToken(token)
    ? await findOfferedInvitation(database.platform, hashSecretToken(token))
    : null
  if (!offer || (hostTenant && hostTenant.tenantId !== offer.tenantId)) throw new AppError('TOKEN_INVALID')
  requireOpenTenant({ status: offer.tenantStatus })
  return offer
}
