import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { withRole, type Step } from '../step.ts'

/** Holds the tenant's row, so that nobody suspends, renames or builds it meanwhile. */
export const reserve: Step = {
  name: 'reserve',
  run: ({ client, tenant }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      const { rows } = await client.query<{ subdomain: string }>(
        `select subdomain from platform.tenants where id = $1 and status = 'provisioning' for no key update`,
        [tenant.tenantId],
      )
      const found = rows[0]
      if (!found) throw new AppError('CONFLICT', { message: 'The tenant is not waiting to be built.' })
      return `The address ${found.subdomain} is yours.`
    }),
}
