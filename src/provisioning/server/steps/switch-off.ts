import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withRole, type Step } from '../step.ts'
import { saveFeatures } from '../tenant-features.repository.ts'

/** Hides the run's modules from everybody. Tables and records stay as they are. */
export const switchOff: Step = {
  name: 'switch-off',
  run: ({ client, tenant, blueprint }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      await saveFeatures(client, { tenantId: tenant.tenantId, names: blueprint.modules, enabled: false })
      return 'The module is hidden. All its records were kept.'
    }),
}
