import { z } from 'zod'
import { createRouter } from '#src/trpc/server/init.ts'
import { sessionSummary } from '../session.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'
import { accountProcedure } from './person-procedure.ts'
import { listSessions, revokeListedSession, revokeOtherSessions } from './session-list.service.ts'

const tags = ['Account']
const MEMBERS = 'With the right `members:update` also of another member, unless they rank above you.'

/** Where people are signed in. */
export function createSessionsRouter(deps: AuthRouterDeps) {
  return createRouter({
    list: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'GET',
          path: '/tenants/me/sessions',
          tags,
          summary: 'List where you are signed in',
          description: MEMBERS,
        },
        errors: ['ROLE_TOO_HIGH', 'NOT_FOUND'],
      })
      .input(z.strictObject({ userId: z.uuid().optional() }))
      .output(z.object({ items: z.array(sessionSummary) }))
      .query(async ({ ctx, input }) => ({ items: await listSessions(ctx, input.userId) })),

    revoke: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'DELETE',
          path: '/tenants/me/sessions/{id}',
          tags,
          summary: 'End one session at once',
          description: MEMBERS,
        },
        errors: ['ROLE_TOO_HIGH', 'NOT_FOUND'],
      })
      .input(z.strictObject({ id: z.uuid() }))
      .output(z.object({ revoked: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        await revokeListedSession(ctx, input.id)
        return { revoked: true as const }
      }),

    revokeOthers: accountProcedure(deps)
      .meta({
        openapi: {
          method: 'POST',
          path: '/tenants/me/sessions/revoke-others',
          tags,
          summary: 'End all your sessions but this one',
        },
      })
      .input(z.strictObject({}).optional())
      .output(z.object({ revoked: z.int().describe('how many sessions ended') }))
      .mutation(async ({ ctx }) => ({ revoked: await revokeOtherSessions(ctx) })),
  })
}
