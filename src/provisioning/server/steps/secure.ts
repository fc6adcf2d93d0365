import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { OwnRows } from '../blueprint.ts'
import { listTables, TENANT_POLICY } from '../tenant-catalog.repository.ts'
import type { Step } from '../step.ts'

/** Name of the one that binds queries made for a client to the rows that are theirs. */
export const OWN_POLICY = 'own_rows'

/**
 * Rights for the tenant's role on its new tables, and row level security that binds even the tables' owner.
 * Tables that are locked already are not touched: others may be working with them.
 */
export const secure: Step = {
  name: 'secure',
  run: async ({ client, tenant, blueprint }) => {
    const schema = quoteIdentifier(tenant.schemaName)
    const role = quoteIdentifier(tenant.roleName)
    const open = (await listTables(client, tenant.schemaName)).filter((table) => !table.hasPolicy)
    const policies = open.map(({ name }) => {
      const table = `${schema}.${quoteIdentifier(name)}`
      const condition = `tenant_id = (select ${setting('app.tenant_id')})`
      const own = ownCondition(blueprint.ownRows, { schema: tenant.schemaName, table: name })
      return `alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${TENANT_POLICY} on ${table} to ${role} using (${condition}) with check (${condition});
        create policy ${OWN_POLICY} on ${table} as restrictive to ${role} using (${own}) with check (${own});`
    })
    const tables = open.map(({ name }) => `${schema}.${quoteIdentifier(name)}`).join(', ')
    if (open.length > 0) {
      await client.query(`
        grant usage on schema ${schema} to ${role};
        grant select, insert, update, delete on ${tables} to ${role};
        ${policies.join('\n')}`)
    }
    return `${open.length} tables locked to this workspace by row level security.`
  },
}

/** Binds only while the query is made for one person; a table nobody declared is closed to them then. */
function ownCondition(
  declared: readonly OwnRows[],
  { schema, table }: { schema: string; table: string },
): string {
  const owner = `(select ${setting('app.owner_id')})`
  const condition = declared.find((rows) => rows.table === table)?.condition({ schema, owner })
  return `${owner} is null or ${condition ?? 'false'}`
}

/** An id that the transaction was opened with. */
function setting(name: string): string {
  return `nullif(current_setting('${name}', true), '')::uuid`
}
