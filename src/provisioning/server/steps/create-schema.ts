import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { SchemaContext, Step } from '../step.ts'

/** The schema belongs to the owner, not to the tenant's role: a tenant can never change its own structure. */
export const createSchema = {
  name: 'create-schema',
  run: async ({ client, tenant, prepared }: SchemaContext) => {
    if (prepared?.warm) return `Prepared beforehand. Its name is ${tenant.schemaName} from now on.`
    await client.query(createSchemaStatement(tenant.schemaName))
    return `Schema ${tenant.schemaName} was created.`
  },
} satisfies Step

/** What makes the schema of a tenant. */
export function createSchemaStatement(schemaName: string): string {
  return `create schema ${quoteIdentifier(schemaName)}`
}
