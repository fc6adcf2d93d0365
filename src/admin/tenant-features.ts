import { z } from 'zod'
import { featureOutput, updateFeatureInput, updateFeatureOutput } from '#src/tenancy/feature.ts'
import { textLine } from '#src/tenancy/tenant.ts'

/** Why somebody does something to a tenant: kept in the audit log, which the tenant reads too. */
export const reasonInput = textLine({ min: 3, max: 300, missing: 'Say why, in a few words.' })

export const tenantFeaturesInput = z.object({ tenantId: z.uuid() })
export const tenantFeaturesOutput = z.object({ items: z.array(featureOutput) })

export const setTenantFeatureInput = updateFeatureInput.extend({
  tenantId: z.uuid(),
  reason: reasonInput.optional(),
})
export const setTenantFeatureOutput = updateFeatureOutput.extend({
  beyondPlan: z.boolean().describe('The plan has no room for it; it is switched on all the same'),
})
