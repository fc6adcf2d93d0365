import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { OwnRows } from '../blueprint.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { listTables, OWN_POLICY, TENANT_POLICY, type CatalogTable } from '../tenant-catalog.repository.ts'
import type { SchemaContext, Step } from '../step.ts'

/**
 * Rights for the tenant's role on its new tables, and row level security that binds even the tables' owner.
 * Tables that are locked already are not touched: others may be working with them. Only what binds clients is brought up to
 * date there: a table they may look into by now is opened to them, and one that has lost its policy is closed.
 */
export const secure = {
  name: 'secure',
  run: async ({ client, tenant, blueprint, prepared }: SchemaContext) => {
    const catalog = await listTables(client, tenant.schemaName)
    const statements = listSecuring(catalog, { tenant, blueprint })
    if (statements.length > 0) await client.query(statements.join('\n'))
    const { length } = catalog.filter(isOpen)
    const now = `${length} tables locked to this workspace by row level security.`
    if (!prepared?.warm) return now
    const before = `Prepared beforehand: ${catalog.length - length} tables are locked.`
    return length > 0 ? `${before} Added now: ${now}` : before
  },
} satisfies Step

function isOpen({ hasPolicy }: CatalogTable): boolean {
  return !hasPolicy
}

/** What is to be sent to lock the tables of a tenant, all of it in its schema's owner's name; nothing when all are. */
export function listSecuring(
  catalog: readonly CatalogTable[],
  { tenant, blueprint }: Pick<SchemaContext, 'tenant' | 'blueprint'>,
): string[] {
  const schema = quoteIdentifier(tenant.schemaName)
  const role = quoteIdentifier(tenant.roleName)
  const open = catalog.filter(isOpen)
  const policies = open.map(({ name }) => {
    const table = `${schema}.${quoteIdentifier(name)}`
    const condition = `tenant_id = (select ${setting('app.tenant_id')})`
    return `alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy ${TENANT_POLICY} on ${table} to ${role} using (${condition}) with check (${condition});`
  })
  const tables = open.map(({ name }) => `${schema}.${quoteIdentifier(name)}`).join(', ')
  const rights = `grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on ${tables} to ${role};`
  return [
    ...(open.length > 0 ? [rights, ...policies] : []),
    ...catalog.flatMap((table) => bindClients(table, { tenant, ownRows: blueprint.ownRows })),
  ]
}

/** Binds only while the query is made for one person; a table nobody declared is closed to them then. */
function bindClients(
  { name, ownPolicy }: CatalogTable,
  { tenant, ownRows }: { tenant: TenantPlacement; ownRows: readonly OwnRows[] },
): string[] {
  const owner = `(select ${setting('app.owner_id')})`
  const { schemaName } = tenant
  const declared = ownRows.find(({ table }) => table === name)?.condition({ schema: schemaName, owner })
  if (ownPolicy === 'open' || (ownPolicy === 'closed' && declared === undefined)) return []
  const table = `${quoteIdentifier(schemaName)}.${quoteIdentifier(name)}`
  const condition = `${owner} is null or ${declared ?? 'false'}`
  const bounds = `using (${condition}) with check (${condition});`
  if (ownPolicy === 'closed') return [`alter policy ${OWN_POLICY} on ${table} ${bounds}`]
  return [
    `create policy ${OWN_POLICY} on ${table} as restrictive to ${quoteIdentifier(tenant.roleName)} ${bounds}`,
  ]
}

/** An id that the transaction was opened with. */
function setting(name: string): string {
  return `nullif(current_setting('${name}', true), '')::uuid`
}
