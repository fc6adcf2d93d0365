import type { AuthKeys } from '#src/auth/server/auth-keys.ts'
import { signInOutput } from '#src/auth/server/sign-in-answer.ts'
import { createRouter, publicProcedure } from '#src/trpc/server/init.ts'
import { acceptInput } from '../invitation.ts'
import { acceptForProgram, acceptInvitation } from './accept-invitation.service.ts'

/** How an invited person becomes one with an account. */
export function createRegisterRouter(keys: AuthKeys) {
  return createRouter({
    register: publicProcedure('Whoever was invited has no account yet; the token is the proof.')
      .meta({
        limits: ['register'],
        openapi: {
          method: 'POST',
          path: '/auth/register',
          tags: ['Sign-in'],
          summary: 'Accept an invitation and sign in',
          protect: false,
        },
        errors: [
          'TOKEN_INVALID',
          'TENANT_SUSPENDED',
          'TENANT_NOT_READY',
          'ALREADY_EXISTS',
          'PLAN_LIMIT_REACHED',
        ],
      })
      .input(acceptInput)
      .output(signInOutput)
      .mutation(({ ctx, input }) => acceptInvitation(ctx, input, acceptForProgram(ctx, keys))),
  })
}
