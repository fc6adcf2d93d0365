import { z } from 'zod'
import type { Module } from '#src/resources/define-module.ts'
import type { WantedMigrations } from '#src/resources/server/wanted-migrations.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { changePlan } from '#src/tenancy/server/change-plan.service.ts'
import { updateTenantByPlatform } from '#src/tenancy/server/platform-settings.service.ts'
import { signUpForOwner } from '#src/tenancy/server/sign-up-for-owner.service.ts'
import type { SignUpCatalog } from '#src/tenancy/server/sign-up.service.ts'
import { plans } from '#src/tenancy/tenant.ts'
import {
  changePlanInput,
  createTenantInput,
  createTenantOutput,
  updateTenantInput,
} from '../../tenant-changes.ts'
import { tenantDetails } from '../../tenant-details.ts'
import { adminProcedure } from '../console-procedures.ts'
import { countLargestResource } from './largest-resource.service.ts'
import { getTenantDetails } from './tenant-details.service.ts'

const tags = ['Console']

type ChangeParts = { modules: readonly Module[]; catalog: SignUpCatalog; wanted: WantedMigrations }

/** What makes a tenant and changes what is known of it. */
export function tenantChangeProcedures({ modules, catalog, wanted }: ChangeParts) {
  return {
    create: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: '/admin/tenants',
          tags,
          summary: 'Sign a business up on behalf of its owner',
          description:
            'The owner gets a mail with a link to choose the password. The workspace is built after the answer.',
          successDescription: 'The workspace is being built',
        },
        successStatus: 202,
        errors: ['SUBDOMAIN_TAKEN', 'PLAN_LIMIT_REACHED'],
      })
      .input(createTenantInput)
      .output(createTenantOutput)
      .mutation(({ ctx, input }) => signUpForOwner(ctx, catalog, { input, actor: callActor(ctx) })),

    update: adminProcedure()
      .meta({
        openapi: {
          method: 'PATCH',
          path: '/admin/tenants/{tenantId}',
          tags,
          summary: 'Change the settings of a tenant, its plan among them',
          description:
            'What is not sent stays. The subdomain never changes; status and modules are changed elsewhere.',
        },
        errors: ['NOT_FOUND', 'CONFLICT', 'PLAN_LIMIT_REACHED'],
      })
      .input(updateTenantInput)
      .output(tenantDetails)
      .mutation(async ({ ctx, input: { tenantId, plan, force, reason, ...settings } }) => {
        const { database, workspaceUrl } = ctx
        await updateTenantByPlatform(database.platform, {
          tenantId,
          plan,
          settings,
          actor: callActor(ctx),
          forcedBy: force === true ? reason : undefined,
          records: plan === undefined ? 0 : await countLargestResource(database, modules, { tenantId, plan }),
        })
        ctx.forgetTenant(tenantId)
        const details = await getTenantDetails(database, tenantId, wanted)
        return { ...details, workspaceUrl: workspaceUrl(details.subdomain) }
      }),

    changePlan: adminProcedure()
      .meta({
        openapi: {
          method: 'PUT',
          path: '/admin/tenants/{tenantId}/plan',
          tags,
          summary: 'Give a tenant another plan',
          description: 'One too small for what the tenant has is refused with what is too much for it.',
        },
        errors: ['NOT_FOUND', 'CONFLICT', 'PLAN_LIMIT_REACHED'],
      })
      .input(changePlanInput)
      .output(z.object({ tenantId: z.uuid(), plan: z.enum(plans) }))
      .mutation(async ({ ctx, input: { tenantId, plan, force, reason } }) => {
        const { database, idempotentCall } = ctx
        const answer = await changePlan(database.platform, {
          tenantId,
          plan,
          actor: callActor(ctx),
          idempotentCall,
          forcedBy: force === true ? reason : undefined,
          records: await countLargestResource(database, modules, { tenantId, plan }),
        })
        ctx.forgetTenant(tenantId)
        return answer
      }),
  }
}
