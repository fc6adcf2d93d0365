import { z } from 'zod'
import { publicProcedure } from '#src/trpc/server/init.ts'
import { confirmEmailChangeInput, requestEmailChangeInput } from '../account.ts'
import { requireNamedTenant, type AuthRouterDeps } from './auth-router-deps.ts'
import { confirmEmailChange, requestEmailChange } from './email-change.service.ts'
import { accountProcedure } from './person-procedure.ts'

const tags = ['Account']

/** How people get to sign in with another address. */
export function createEmailProcedures(deps: AuthRouterDeps) {
  return {
    requestEmailChange: accountProcedure(deps)
      .meta({
        limits: ['password', 'email'],
        openapi: {
          method: 'POST',
          path: '/auth/email',
          tags,
          summary: 'Ask to sign in with another e-mail address',
          description: 'A mail to the new address lets its reader confirm; until then nothing changes.',
          successDescription: 'A mail to the new address goes out',
        },
        successStatus: 202,
      })
      .input(requestEmailChangeInput)
      .output(z.object({ accepted: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        await requestEmailChange(ctx, input)
        return { accepted: true as const }
      }),

    confirmEmailChange: publicProcedure('The mailed token is the proof.')
      .meta({
        openapi: {
          method: 'POST',
          path: '/auth/email/confirm',
          tags,
          summary: 'Confirm a new e-mail address with the token from the mail',
        },
        errors: ['TOKEN_INVALID', 'TENANT_MISMATCH', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
      })
      .input(confirmEmailChangeInput)
      .output(z.object({ email: z.string().describe('the address to sign in with from now on') }))
      .mutation(async ({ ctx, input: { token, subdomain } }) => {
        const tenant = await requireNamedTenant(deps, ctx, subdomain)
        return { email: await confirmEmailChange(ctx, { tenant, token }) }
      }),
  }
}
