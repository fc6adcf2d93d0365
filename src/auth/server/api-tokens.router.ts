import { z } from 'zod'
import { createRouter } from '#src/trpc/server/init.ts'
import { apiTokenSummary, createApiTokenInput } from '../api-token.ts'
import { createApiToken, listTokens, revokeApiToken } from './api-token.service.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'
import { accountProcedure } from './person-procedure.ts'

const tags = ['Account']
const MEMBERS = 'With the right `members:update` also of another member, unless they rank above you.'

/** Tokens with which programs act for a person. */
export function createApiTokensRouter(deps: AuthRouterDeps) {
  return createRouter({
    list: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'GET',
          path: '/tenants/me/api-tokens',
          tags,
          summary: 'List your API tokens',
          description: MEMBERS,
        },
        errors: ['ROLE_TOO_HIGH', 'NOT_FOUND'],
      })
      .input(z.strictObject({ userId: z.uuid().optional() }))
      .output(z.object({ items: z.array(apiTokenSummary) }))
      .query(async ({ ctx, input }) => ({ items: await listTokens(ctx, input.userId) })),

    create: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'POST',
          path: '/tenants/me/api-tokens',
          tags,
          summary: 'Create an API token',
          description: 'The answer is the only place where the token itself is ever shown.',
          successDescription: 'The token',
        },
        successStatus: 201,
        errors: ['LIMIT_REACHED'],
      })
      .input(createApiTokenInput)
      .output(apiTokenSummary.extend({ token: z.string().describe('for the header Authorization: Bearer') }))
      .mutation(({ ctx, input }) => createApiToken(ctx, input)),

    revoke: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'DELETE',
          path: '/tenants/me/api-tokens/{id}',
          tags,
          summary: 'End an API token at once',
          description: MEMBERS,
        },
        errors: ['ROLE_TOO_HIGH', 'NOT_FOUND'],
      })
      .input(z.strictObject({ id: z.uuid() }))
      .output(z.object({ revoked: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        await revokeApiToken(ctx, input.id)
        return { revoked: true as const }
      }),
  })
}
