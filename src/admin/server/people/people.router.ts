import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { memberPage } from '#src/tenancy/member.ts'
import { listMembers } from '#src/tenancy/server/member.service.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { tenantPeopleInput } from '../../tenant-people.ts'
import { viewerProcedure } from '../console-procedures.ts'
import { requireTenant } from '../require-tenant.ts'

/** Who belongs to a tenant. */
export const peopleRouter = createRouter({
  listPeople: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/tenants/{tenantId}/people',
        tags: ['Console'],
        summary: 'List the people of a tenant',
      },
      errors: ['NOT_FOUND'],
    })
    .input(tenantPeopleInput)
    .output(memberPage)
    .query(async ({ ctx, input: { tenantId, ...asked } }) => {
      const tenant = await requireTenant(ctx.database.platform, tenantId)
      return withTenantScope(tenant, () => listMembers(ctx.database.member, asked))
    }),
})
