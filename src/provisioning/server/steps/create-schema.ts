import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { SchemaContext, Step } from '../step.ts'

/** The schema belongs to the owner, not to the tenant's role: a tenant can never change its own structure. */
export const createSchema = {
  name: 'create-schema',
  run: async ({ client, tenant }: SchemaContext) => {
    await client.query(`create schema ${quoteIdentifier(tenant.schemaName)}`)
    return `Schema ${tenant.schemaName} was created.`
  },
} satisfies Step
