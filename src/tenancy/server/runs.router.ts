import { z } from 'zod'
import { cancelRun, rollBackRun } from '#src/provisioning/server/run.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRouter, idempotent, procedureWithAccess, withinLimits } from '#src/trpc/server/init.ts'
import { tenantProgress } from '../tenant-progress.ts'
import { callActor } from './call-actor.ts'
import { platformProcedure } from './platform-procedure.ts'
import { retryAnyRun } from './retry-run.service.ts'
import { createHandOff, getTenantProgress, requireRun } from './tenant-progress.service.ts'

const watchToken = z.string().max(200).optional()
const ofTenant = z.object({ tenantId: z.uuid('This is not an id.'), watchToken })
// Who may move a run is known only when it was looked up; an answer goes to the bearer of the same token.
const watched = procedureWithAccess({ kind: 'watch-token' }).use(idempotent).use(withinLimits)
// Looking gives nothing away that lasts.
const looked = procedureWithAccess({ kind: 'watch-token', impersonation: 'allowed' }).use(withinLimits)
const tags = ['Provisioning']

/** Runs as the people see them whose business is being built. */
export const runsRouter = createRouter({
  get: looked
    .meta({
      openapi: {
        method: 'GET',
        path: '/tenants/{tenantId}/status',
        tags,
        summary: 'Where a tenant and its newest run stand',
      },
    })
    .input(ofTenant)
    .output(tenantProgress)
    .query(async ({ ctx, input }) => {
      const run = await requireRun(ctx, { tenantId: input.tenantId }, { token: input.watchToken })
      return getTenantProgress(ctx, run)
    }),

  getById: looked
    .input(z.object({ runId: z.uuid('This is not an id.'), watchToken }))
    .output(tenantProgress)
    .query(async ({ ctx, input }) => {
      const run = await requireRun(ctx, { runId: input.runId }, { token: input.watchToken })
      return getTenantProgress(ctx, run)
    }),

  retry: watched
    .meta({
      openapi: {
        method: 'POST',
        path: '/tenants/{tenantId}/retry',
        tags,
        summary: 'Start a failed run again',
      },
      successStatus: 202,
      errors: ['RUN_NOT_RETRYABLE', 'PLAN_LIMIT_REACHED', 'MODULE_WITHHELD', 'LAST_MODULE'],
    })
    .input(ofTenant)
    .output(z.object({ runId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const run = await requireRun(ctx, input, { token: input.watchToken, move: true })
      const { requestId } = ctx
      await retryAnyRun(ctx.database.platform, { ...run, actor: callActor(ctx), requestId })
      return { runId: run.runId }
    }),

  cancel: watched
    .input(ofTenant)
    .output(z.object({ tenantId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const { runId, tenantId } = await requireRun(ctx, input, { token: input.watchToken, move: true })
      await cancelRun(ctx.database.platform, runId, callActor(ctx))
      return { tenantId }
    }),

  handOff: watched
    .input(z.object({ tenantId: z.uuid('This is not an id.'), watchToken: z.string().max(200) }))
    .output(z.object({ url: z.string() }))
    .mutation(async ({ ctx, input }) => {
      // Only the visitor who signed up: a sign-in as somebody else must not become the owner's.
      const run = await requireRun({ ...ctx, identity: null }, input, { token: input.watchToken, move: true })
      return createHandOff(ctx, run)
    }),

  rollback: platformProcedure(['platform_admin'])
    .meta({
      openapi: {
        method: 'POST',
        path: '/tenants/{tenantId}/rollback',
        tags,
        summary: 'Take a fresh tenant back: its schema, role and data are dropped',
      },
      errors: ['NOT_FOUND', 'CONFIRMATION_MISMATCH', 'RUN_NOT_REVERSIBLE'],
    })
    .input(
      ofTenant
        .omit({ watchToken: true })
        .extend({ confirm: z.string().describe('The subdomain, typed out') }),
    )
    .output(z.object({ runId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const { runId, tenantId } = await requireRun(
        ctx,
        { tenantId: input.tenantId, kind: 'create-tenant' },
        {},
      )
      const { platform, pool } = ctx.database
      const { subdomain } = await platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
      if (input.confirm !== subdomain) throw new AppError('CONFIRMATION_MISMATCH')
      await rollBackRun(pool, runId, { actor: callActor(ctx) })
      return { runId }
    }),
})
