import { z } from 'zod'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import { signInInput } from '../sign-in.ts'
import type { AuthKeys } from './auth-keys.ts'
import type { Caller } from './caller.ts'
import { personProcedure } from './person-procedure.ts'
import { revokeSession } from './session.service.ts'
import { issueSignIn, personOutput, showPerson, signInOutput } from './sign-in-answer.ts'
import { signInWithPassword } from './sign-in.service.ts'

/** What the sign-in asks of the layer that knows tenants. */
export type AuthRouterDeps = {
  keys: AuthKeys
  /** the tenant at a subdomain, whatever its status; null when there is none */
  findTenant: (ctx: CallContext, subdomain: string) => Promise<CallTenant | null>
  /** @throws AppError TENANT_SUSPENDED, TENANT_NOT_READY when nobody may work in the workspace now */
  requireOpenTenant: (tenant: CallTenant) => void
}

const loginInput = signInInput.extend({
  subdomain: z
    .string('Enter the subdomain of your workspace.')
    .trim()
    .toLowerCase()
    .min(1, 'Enter the subdomain of your workspace, or leave it out.')
    .max(63, 'At most 63 characters.')
    .optional()
    .describe('needed on the apex host only; without it people of the platform sign in there'),
})

const tags = ['Sign-in']

/** Sign-in of programs, and what a signed-in caller may ask about themselves. */
export function createAuthRouter(deps: AuthRouterDeps) {
  return createRouter({
    login: publicProcedure('Signing in is how a visitor stops being one.')
      .meta({
        openapi: {
          method: 'POST',
          path: '/auth/login',
          tags,
          summary: 'Sign in by e-mail and password',
        },
        errors: ['INVALID_CREDENTIALS', 'TENANT_MISMATCH', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
      })
      .input(loginInput)
      .output(signInOutput)
      .mutation(async ({ ctx, input: { email, password, subdomain } }) => {
        const identity = await signInWithPassword(ctx.database.platform, {
          tenantId: await requireSignInTenant(deps, ctx, subdomain),
          email,
          password,
          kind: 'api',
          lifetimeSeconds: ctx.env.BERTH_ACCESS_TOKEN_MINUTES * 60,
          caller: callerOf(ctx),
          auditKey: deps.keys.audit,
        })
        return issueSignIn(ctx, deps.keys, identity)
      }),

    logout: personProcedure()
      .meta({
        openapi: { method: 'POST', path: '/auth/logout', tags, summary: 'End the session of this token' },
      })
      .input(z.strictObject({}).optional())
      .output(z.object({ signedOut: z.literal(true) }))
      .mutation(async ({ ctx }) => {
        await revokeSession(ctx.database.platform, { identity: ctx.identity, caller: callerOf(ctx) })
        return { signedOut: true as const }
      }),

    me: personProcedure()
      .meta({ openapi: { method: 'GET', path: '/auth/me', tags, summary: 'Who is signed in' } })
      .output(personOutput)
      .query(({ ctx }) => showPerson(ctx.identity)),
  })
}

/** Whose people sign in here: those of the host's tenant, or on the apex of the one that was named. */
async function requireSignInTenant(
  { findTenant, requireOpenTenant }: AuthRouterDeps,
  ctx: CallContext,
  subdomain: string | undefined,
): Promise<string | null> {
  const { hostTenant } = ctx
  if (hostTenant && subdomain !== undefined && subdomain !== hostTenant.subdomain) {
    throw new AppError('TENANT_MISMATCH')
  }
  if (!hostTenant && subdomain === undefined) return null
  const tenant = hostTenant ?? (await findTenant(ctx, subdomain ?? ''))
  if (!tenant) throw new AppError('TENANT_NOT_FOUND')
  requireOpenTenant(tenant)
  return tenant.tenantId
}

function callerOf({ ip, userAgent, requestId }: CallContext): Caller {
  return { ip, userAgent, requestId }
}
