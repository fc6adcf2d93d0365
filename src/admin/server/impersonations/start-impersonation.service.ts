import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import type { Identity } from '#src/auth/identity.ts'
import { callerOf } from '#src/auth/server/caller.ts'
import { expireImpersonationTask } from '#src/auth/server/impersonation/impersonation.tasks.ts'
import {
  createImpersonation,
  updateImpersonationEnded,
  updateImpersonationsExpired,
} from '#src/auth/server/impersonation/impersonation.repository.ts'
import { createOneTimeToken } from '#src/auth/server/one-time-token.service.ts'
import { enqueue } from '#src/jobs/server/enqueue.repository.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { requireOpenTenant } from '#src/tenancy/server/tenant-procedure.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { findPerson, holdTenant, lockAdmin } from './impersonation-list.repository.ts'

type Asking = CallContext & { identity: Identity }
type Wish = { tenantId: string; userId: string; reason: string; minutes: number }

/**
 * Lets an administrator act as somebody of a workspace for some minutes. Both logs say so before anything happens.
 * What they had begun elsewhere ends.
 * @returns an address that signs in once, within a minute
 * @throws AppError FORBIDDEN, NOT_FOUND, TENANT_SUSPENDED, TENANT_NOT_READY, VALIDATION_FAILED for a person who
 *   cannot sign in there
 */
export async function startImpersonation(
  ctx: Asking,
  { tenantId, userId, reason, minutes }: Wish,
): Promise<{ impersonationId: string; url: string; expiresAt: string }> {
  return ctx.database.platform.$transaction(async (tx) => {
    const admin = await lockAdmin(tx, ctx.identity.userId)
    if (!admin) throw new AppError('FORBIDDEN')
    const tenant = await holdTenant(tx, tenantId)
    if (!tenant) throw new AppError('NOT_FOUND')
    requireOpenTenant(tenant)
    const person = await findPerson(tx, { tenantId, userId })
    if (!person) throw fieldError('userId', 'Nobody of this workspace who can sign in has this id.')
    await updateImpersonationsExpired(tx, { adminId: admin.id })
    const from = { userId: admin.id, ...callerOf(ctx) }
    await updateImpersonationEnded(tx, { adminId: admin.id, how: 'replaced', from })

    const impersonationId = newId()
    const expiresAt = await createImpersonation(tx, {
      ...{ id: impersonationId, tenantId, admin, person, reason, minutes },
    })
    const ticket = await createOneTimeToken(tx, {
      ...{ purpose: 'sign-in', tenantId, userId },
      payload: { impersonationId },
    })
    await enqueue(tx, expireImpersonationTask, { payload: { impersonationId }, runAt: expiresAt })
    for (const log of [tenantId, null]) {
      await appendAudit(tx, {
        tenantId: log,
        actor: callActor(ctx),
        action: 'impersonations.start',
        resource: { type: 'user', id: userId },
        details: {
          ...{ impersonationId, tenantId, reason, until: expiresAt },
          ...{ adminName: admin.fullName, userName: person.fullName },
        },
      })
    }
    const url = `${ctx.workspaceUrl(tenant.subdomain)}/sign-in/ticket#${ticket}`
    const answer = { impersonationId, url, expiresAt: expiresAt.toISOString() }
    await ctx.idempotentCall?.finishInPlatform(tx, answer)
    return answer
  })
}
