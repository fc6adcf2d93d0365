import type { Identity } from '../identity.ts'
import type { UpdateProfileInput } from '../account.ts'
import { updateFullName } from './account.repository.ts'
import { callerOf } from './caller.ts'
import type { PersonCall } from './member-access.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/** Changes the caller's own name. @returns the caller as they are now */
export async function updateProfile(ctx: PersonCall, { fullName }: UpdateProfileInput): Promise<Identity> {
  const { userId, tenantId, fullName: before } = ctx.identity
  if (fullName === before) return ctx.identity
  await ctx.database.platform.$transaction(async (tx) => {
    await updateFullName(tx, { userId, fullName })
    await createSignInRecord(tx, {
      tenantId,
      actorId: userId,
      action: 'auth.profile_update',
      resource: { type: 'user', id: userId },
      details: { before: { fullName: before }, after: { fullName } },
      caller: callerOf(ctx),
    })
  })
  return { ...ctx.identity, fullName }
}
