import { z } from 'zod'
import { callerOf } from '#src/auth/server/caller.ts'
import { updateImpersonationEnded } from '#src/auth/server/impersonation/impersonation.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  impersonationListInput,
  impersonationPage,
  startImpersonationInput,
  startImpersonationOutput,
} from '../../impersonation-list.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { hasImpersonation, listImpersonations } from './impersonation-list.repository.ts'
import { startImpersonation } from './start-impersonation.service.ts'

const tags = ['Console']

/** Acting as somebody of a workspace: begun with a reason, short, and seen in both logs. */
export const impersonationsRouter = createRouter({
  list: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/impersonations',
        tags,
        summary: 'Who acted as whom, newest first',
      },
    })
    .input(impersonationListInput)
    .output(impersonationPage)
    .query(async ({ ctx, input }) => ({
      ...(await listImpersonations(ctx.database.platform, input)),
      page: input.page,
      limit: input.limit,
    })),

  start: adminProcedure()
    .meta({
      limits: ['impersonate'],
      openapi: {
        method: 'POST',
        path: '/admin/tenants/{tenantId}/impersonations',
        tags,
        summary: 'Look at a workspace as one of its people, for some minutes',
        description:
          'The answer is an address that signs in once, within a minute. It ends by itself and cannot be extended; ' +
          'secrets, sign-ins and rights of people are out of reach. Both logs say who, as whom and why.',
      },
      successStatus: 201,
      errors: ['NOT_FOUND', 'TENANT_SUSPENDED', 'TENANT_NOT_READY'],
    })
    .input(startImpersonationInput)
    .output(startImpersonationOutput)
    .mutation(({ ctx, input }) => startImpersonation(ctx, input)),

  end: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/impersonations/{id}/end',
        tags,
        summary: 'End acting as somebody at once; ending it twice changes nothing',
      },
      errors: ['NOT_FOUND'],
    })
    .input(z.object({ id: z.uuid('This is not an id.') }))
    .output(z.object({ ended: z.literal(true) }))
    .mutation(async ({ ctx, input: { id } }) => {
      await ctx.database.platform.$transaction(async (tx) => {
        if (!(await hasImpersonation(tx, id))) throw new AppError('NOT_FOUND')
        const from = { userId: ctx.identity.userId, ...callerOf(ctx) }
        await updateImpersonationEnded(tx, { id, how: 'ended', from })
      })
      return { ended: true as const }
    }),
})
