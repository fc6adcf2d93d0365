import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withRole, type Step } from '../step.ts'
import { saveFeatures } from '../tenant-features.repository.ts'

/** Opens the workspace: visible to everybody when, and only when, the transaction commits. */
export const activate: Step = {
  name: 'activate',
  run: ({ client, tenant, blueprint }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      await client.query(
        `update platform.tenants set status = 'trial', activated_at = now(), updated_at = now() where id = $1`,
        [tenant.tenantId],
      )
      await saveFeatures(client, { tenantId: tenant.tenantId, names: blueprint.modules, enabled: true })
      return 'The workspace is open.'
    }),
}
