import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { lockTenantPlane } from '../plane-lock.repository.ts'
import { withRole, type Step } from '../step.ts'

/** Waits for other runs of the tenant. The tenant's row stays free: people work on, and may even be suspended. */
export const hold: Step = {
  name: 'hold',
  run: ({ client, tenant }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      await lockTenantPlane(client, tenant.tenantId)
      const { rows } = await client.query<{ name: string }>(
        `select business_name as name from platform.tenants
         where id = $1 and status in ('trial', 'active', 'suspended')`,
        [tenant.tenantId],
      )
      const found = rows[0]
      if (!found) throw new AppError('TENANT_NOT_READY')
      return `No other change of modules is under way at ${found.name}.`
    }),
}
