import { generatePassword } from '#src/auth/server/generate-password.ts'
import { resetUrlOf } from '#src/auth/server/account-site.ts'
import { createOneTimeToken } from '#src/auth/server/one-time-token.service.ts'
import type { AuditActor } from '#src/audit/server/append-audit.repository.ts'
import { accountCreatedMail } from '#src/mail/server/life-mails.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import type { SignUpInput, SignUpResult } from '../sign-up.ts'
import { takeInBusiness, type SignUpCatalog } from './sign-up.service.ts'

/** How long the owner has to choose a password, in days: as long as an invitation lasts. */
const DAYS = 7

type ForOwnerContext = Pick<CallContext, 'database' | 'requestId' | 'idempotentCall' | 'workspaceUrl'>

/** A business whose owner is somebody else than the one who signs it up. */
export type SignUpForOwner = Omit<SignUpInput, 'owner'> & { owner: Omit<SignUpInput['owner'], 'password'> }

/**
 * Takes in a business on behalf of its owner, who gets a link to choose the password with. Until then nobody knows
 * one: it is random, and kept nowhere but in its hash.
 * @throws AppError as `signUp` does
 */
export function signUpForOwner(
  ctx: ForOwnerContext,
  catalog: SignUpCatalog,
  { input, actor }: { input: SignUpForOwner; actor: AuditActor },
): Promise<Omit<SignUpResult, 'watchToken'>> {
  const owner = { ...input.owner, password: generatePassword() }
  const { name } = input.business
  const workspaceUrl = ctx.workspaceUrl(input.subdomain)
  return takeInBusiness(ctx, catalog, {
    input: { ...input, owner },
    actor,
    answerOf: async (tx, { tenantId, runId, ownerId: userId }) => {
      const token = await createOneTimeToken(tx, {
        purpose: 'password-reset',
        tenantId,
        userId,
        lifetimeSeconds: DAYS * 86_400,
      })
      const mail = accountCreatedMail({
        ownerName: owner.fullName,
        businessName: name,
        url: resetUrlOf({ name, url: workspaceUrl }, token),
        validMinutes: DAYS * 1_440,
      })
      await queueMail(tx, { ...mail, tenantId, to: owner.email })
      return { tenantId, runId, workspaceUrl }
    },
  })
}
