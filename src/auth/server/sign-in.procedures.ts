import { z } from 'zod'
import { publicProcedure } from '#src/trpc/server/init.ts'
import { subdomainInput } from '../account.ts'
import { signInInput } from '../sign-in.ts'
import { requestApiSession } from './api-session.service.ts'
import { requireNamedTenant, type AuthRouterDeps } from './auth-router-deps.ts'
import { callerOf } from './caller.ts'
import { accountProcedure } from './person-procedure.ts'
import { refreshApiSession } from './refresh-session.service.ts'
import { revokeSession } from './session.service.ts'
import { issueSignIn, signInOutput } from './sign-in-answer.ts'
import { signInWithPassword } from './sign-in.service.ts'

const tags = ['Sign-in']

/** How programs sign in, stay signed in and end that. */
export function createSignInProcedures(deps: AuthRouterDeps) {
  return {
    login: publicProcedure('Signing in is how a visitor stops being one.')
      .meta({
        openapi: {
          method: 'POST',
          path: '/auth/login',
          tags,
          summary: 'Sign in by e-mail and password',
        },
        errors: [
          'INVALID_CREDENTIALS',
          'SIGN_IN_LOCKED',
          'TENANT_MISMATCH',
          'TENANT_SUSPENDED',
          'TENANT_NOT_READY',
        ],
      })
      .input(signInInput.extend({ subdomain: subdomainInput }))
      .output(signInOutput)
      .mutation(async ({ ctx, input: { email, password, subdomain } }) => {
        const tenant = await requireNamedTenant(deps, ctx, subdomain)
        const { request, refreshToken } = requestApiSession(ctx.env, callerOf(ctx))
        const identity = await signInWithPassword(ctx.database.platform, {
          ...request,
          tenantId: tenant?.tenantId ?? null,
          email,
          password,
          limits: ctx.limits,
          auditKey: deps.keys.audit,
        })
        return issueSignIn(ctx, deps.keys, { identity, refreshToken })
      }),

    refresh: publicProcedure('The refresh token itself is the proof.')
      .meta({
        limits: ['refresh'],
        openapi: {
          method: 'POST',
          path: '/auth/refresh',
          tags,
          summary: 'Exchange a refresh token for a new pair of tokens',
          description:
            'Each refresh token is good for one exchange; within ten seconds it answers the same again. ' +
            'One that is used later ends the whole session.',
        },
        errors: ['TOKEN_INVALID', 'TENANT_MISMATCH', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
      })
      .input(z.strictObject({ refreshToken: z.string('Send the refresh token.') }))
      .output(signInOutput)
      .mutation(({ ctx, input }) => refreshApiSession(deps, ctx, input.refreshToken)),

    logout: accountProcedure({}, { impersonation: 'allowed' })
      .meta({
        openapi: { method: 'POST', path: '/auth/logout', tags, summary: 'End the session of this token' },
      })
      .input(z.strictObject({}).optional())
      .output(z.object({ signedOut: z.literal(true) }))
      .mutation(async ({ ctx }) => {
        await revokeSession(ctx.database.platform, { identity: ctx.identity, caller: callerOf(ctx) })
        return { signedOut: true as const }
      }),
  }
}
