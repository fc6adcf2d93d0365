import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withRole, type Step } from '../step.ts'
import { saveFeatures } from '../tenant-features.repository.ts'

/** Opens the run's modules to everybody when, and only when, the transaction commits. */
export const switchOn: Step = {
  name: 'switch-on',
  run: ({ client, tenant, blueprint }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      await saveFeatures(client, { tenantId: tenant.tenantId, names: blueprint.modules, enabled: true })
      return 'The module is there for everybody.'
    }),
}
