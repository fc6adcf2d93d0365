import { z } from 'zod'
import { GRACE_DAYS, MAX_GRACE_DAYS } from '#src/tenancy/life-cycle.ts'
import { ownerStep, signUpInput } from '#src/tenancy/sign-up.ts'
import { tenantSettings } from '#src/tenancy/tenant-settings.ts'
import { planInput, tenantStatuses, textLine } from '#src/tenancy/tenant.ts'
import { seenVersion } from '#src/tenancy/member.ts'
import { tenantAddress } from './tenant-details.ts'

/** Why something was done; kept with the tenant and in its log, and told to its owners. */
export const reasonInput = textLine({ min: 3, max: 300, missing: 'Say why, in a few words.' })

/** A business signed up by somebody else: its owner chooses the password by a link in a mail. */
export const createTenantInput = signUpInput.extend({ owner: ownerStep.omit({ password: true }) })
export type CreateTenant = z.infer<typeof createTenantInput>

export const createTenantOutput = z.object({
  tenantId: z.uuid(),
  runId: z.uuid(),
  workspaceUrl: z.string(),
})
export type CreatedTenant = z.infer<typeof createTenantOutput>

/** A plan too small for what is used is refused; `force` takes it all the same, with the reason in the log. */
const planForce = {
  force: z.boolean('Send true or false.').optional().describe('Take a plan that is too small all the same'),
  reason: reasonInput.optional().describe('Required with `force`'),
}

function hasReason({ force, reason }: { force?: boolean | undefined; reason?: string | undefined }): boolean {
  return force !== true || reason !== undefined
}
const reasonMissing = { path: ['reason'], message: 'Say why the plan may be too small.' }

/** Fields that are not sent stay as they are. An address is sent whole. */
export const updateTenantInput = tenantAddress
  .extend(tenantSettings.partial().shape)
  .extend({ plan: planInput.optional(), ...planForce, updatedAt: seenVersion })
  .refine(hasReason, reasonMissing)
export type UpdateTenant = z.infer<typeof updateTenantInput>

export const changePlanInput = tenantAddress
  .extend({ plan: planInput, ...planForce })
  .refine(hasReason, reasonMissing)
export type ChangePlan = z.infer<typeof changePlanInput>

export const suspendTenantInput = tenantAddress.extend({ reason: reasonInput })
/** Opening a workspace again needs no reason; one that is given is kept in its log. */
export const openTenantInput = tenantAddress.extend({ reason: reasonInput.optional() })

export const deleteTenantInput = tenantAddress.extend({
  confirm: z.string().describe('The subdomain, typed out'),
  reason: reasonInput,
  graceDays: z.coerce
    .number()
    .int()
    .min(1, 'At least one day.')
    .max(MAX_GRACE_DAYS, `At most ${MAX_GRACE_DAYS} days.`)
    .default(GRACE_DAYS)
    .describe('Days in which it can be restored'),
})

/** Where a move has brought a tenant. */
export const movedTenant = z.object({
  tenantId: z.uuid(),
  status: z.enum(tenantStatuses),
  deletionDueAt: z.iso.datetime().nullable(),
})
export type MovedTenant = z.infer<typeof movedTenant>
