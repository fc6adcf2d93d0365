import { createRoleStatement } from '../role-statement.ts'
import type { SchemaContext, Step } from '../step.ts'

/** A role that nobody can log in with; the application switches to it for this tenant's queries only. */
export const createRole = {
  name: 'create-role',
  run: async ({ client, tenant }: SchemaContext) => {
    await client.query(createRoleStatement(tenant.roleName))
    return `Role ${tenant.roleName} was created without any rights.`
  },
} satisfies Step
