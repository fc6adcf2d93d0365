import { grantRoleToLogin } from '#src/db/server/bootstrap.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { Step } from '../step.ts'

/** A role that nobody can log in with; the application switches to it for this tenant's queries only. */
export const createRole: Step = {
  name: 'create-role',
  run: async ({ client, tenant }) => {
    await client.query(`create role ${quoteIdentifier(tenant.roleName)} nologin noinherit`)
    await grantRoleToLogin(client, tenant.roleName)
    return `Role ${tenant.roleName} was created without any rights.`
  },
}
