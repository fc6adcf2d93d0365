import { z } from 'zod'
import { publicProcedure } from '#src/trpc/server/init.ts'
import { changePasswordInput, requestPasswordResetInput, resetPasswordInput } from '../account.ts'
import { requireNamedTenant, type AuthRouterDeps } from './auth-router-deps.ts'
import { changePassword } from './change-password.service.ts'
import { requestPasswordReset, resetPassword } from './password-reset.service.ts'
import { accountProcedure } from './person-procedure.ts'

const tags = ['Account']

/** How people get another password. */
export function createPasswordProcedures(deps: AuthRouterDeps) {
  return {
    changePassword: accountProcedure(deps)
      .meta({
        limits: ['password'],
        openapi: { method: 'POST', path: '/auth/password', tags, summary: 'Change your password' },
        errors: ['CONFLICT'],
      })
      .input(changePasswordInput)
      .output(z.object({ changed: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        await changePassword(ctx, input)
        return { changed: true as const }
      }),

    requestPasswordReset: publicProcedure('Who cannot sign in asks for a new password.')
      .meta({
        limits: ['reset-address'],
        openapi: {
          method: 'POST',
          path: '/auth/password-reset',
          tags,
          summary: 'Ask for a mail that lets you choose a new password',
          description: 'The answer is the same whether or not there is such an account.',
          successDescription: 'If there is such an account, a mail goes out',
        },
        successStatus: 202,
        errors: ['TENANT_MISMATCH', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
      })
      .input(requestPasswordResetInput)
      .output(z.object({ accepted: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        const tenant = await requireNamedTenant(deps, ctx, input.subdomain)
        await requestPasswordReset(ctx, { tenant, email: input.email, auditKey: deps.keys.audit })
        return { accepted: true as const }
      }),

    resetPassword: publicProcedure('The mailed token is the proof.')
      .meta({
        openapi: {
          method: 'POST',
          path: '/auth/password-reset/confirm',
          tags,
          summary: 'Choose a new password with the token from the mail',
          description: 'All sessions of the person end.',
        },
        errors: ['TOKEN_INVALID', 'TENANT_MISMATCH', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
      })
      .input(resetPasswordInput)
      .output(z.object({ changed: z.literal(true) }))
      .mutation(async ({ ctx, input: { subdomain, ...reset } }) => {
        const tenant = await requireNamedTenant(deps, ctx, subdomain)
        await resetPassword(ctx, { tenant, ...reset })
        return { changed: true as const }
      }),
  }
}
