import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { listTables } from '../tenant-catalog.repository.ts'
import type { Step } from '../step.ts'

/** Name of the policy that every tenant table carries. */
export const TENANT_POLICY = 'tenant_rows'

/**
 * Rights for the tenant's role on its own tables, and row level security that binds even the tables' owner.
 * The same statements work after a module was added: what is there already is left as it is.
 */
export const secure: Step = {
  name: 'secure',
  run: async ({ client, tenant }) => {
    const schema = quoteIdentifier(tenant.schemaName)
    const role = quoteIdentifier(tenant.roleName)
    const open = (await listTables(client, tenant.schemaName)).filter((table) => !table.hasPolicy)
    const policies = open.map(({ name }) => {
      const table = `${schema}.${quoteIdentifier(name)}`
      const condition = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`
      return `alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${TENANT_POLICY} on ${table} to ${role} using (${condition}) with check (${condition});`
    })
    await client.query(`
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      ${policies.join('\n')}`)
    return `${open.length} tables locked to this workspace by row level security.`
  },
}
