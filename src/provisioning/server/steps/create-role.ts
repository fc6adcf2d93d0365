import type { ClaimWarmSchema } from '../pool/prepared-plane.ts'
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

/** The same where there is a pool: a schema that fits is taken over, and the steps behind find their work done. */
export function claimOrCreateRole(claim: ClaimWarmSchema): Step {
  return {
    name: createRole.name,
    run: async (context) => {
      const { client, tenant, blueprint, prepared } = context
      prepared.isPoolAsked = true
      prepared.warm = await claim(client, { tenant, modules: blueprint.modules })
      if (prepared.warm) return `Prepared beforehand. Its name is ${tenant.roleName} from now on.`
      return createRole.run(context)
    },
  }
}
