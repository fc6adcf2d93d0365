import { createRouter } from '#src/trpc/server/init.ts'
import { planUseOutput, tenantOutput, updateTenantInput } from '../tenant-settings.ts'
import { teamCallerOf } from './team-caller.ts'
import { tenantProcedure } from './tenant-procedure.ts'
import { getPlanUse, getTenantSettings, updateTenantSettings } from './tenant-settings.service.ts'

const tags = ['Workspace']

/** The workspace itself. */
export const tenantRouter = createRouter({
  get: tenantProcedure('tenant:get')
    .meta({
      openapi: { method: 'GET', path: '/tenants/me', tags, summary: 'The workspace and its settings' },
    })
    .output(tenantOutput)
    .query(async ({ ctx }) => ({
      ...(await getTenantSettings(ctx.database.member, ctx.tenant.tenantId)),
      workspaceUrl: ctx.workspaceUrl(ctx.tenant.subdomain),
    })),

  getPlan: tenantProcedure('tenant:get')
    .meta({
      openapi: {
        method: 'GET',
        path: '/tenants/me/plan',
        tags,
        summary: 'What the plan has room for, and what is used of it',
      },
    })
    .output(planUseOutput)
    .query(({ ctx }) => getPlanUse(ctx.database.member, ctx.tenant.tenantId)),

  update: tenantProcedure('tenant:update')
    .meta({
      openapi: {
        method: 'PATCH',
        path: '/tenants/me',
        tags,
        summary: 'Change the settings of the workspace',
        description: 'What is not sent stays. Subdomain, plan, status and modules are changed elsewhere.',
      },
      errors: ['CONFLICT'],
    })
    .input(updateTenantInput)
    .output(tenantOutput)
    .mutation(async ({ ctx, input }) => {
      const settings = await updateTenantSettings(ctx.database.member, teamCallerOf(ctx), input)
      // Whoever saved looks at the result next.
      ctx.forgetTenant(ctx.tenant.tenantId)
      return { ...settings, workspaceUrl: ctx.workspaceUrl(ctx.tenant.subdomain) }
    }),
})
