import type { TestDatabase } from '#src/db/server/testing/test-database.ts'

/** All that is stored of one tenant: the rows of each table as text. */
export type TenantRows = ReadonlyMap<string, readonly string[]>

type Inspector = Pick<TestDatabase, 'inspect'>
type Placed = { tenantId: string; schemaName: string }
/** @property key column that says whose a row is */
type TenantTable = { name: string; key: string; hasId: boolean }

/**
 * Reads every row of a tenant, in its own schema and in the shared tables, past row level security. When a
 * sign-in was last used is left out: trying it elsewhere is a use. So are the numbers of requests: what is refused
 * on the host of a tenant was asked there.
 */
export async function readTenantRows({ inspect }: Inspector, tenant: Placed): Promise<TenantRows> {
  const stored = await listTenantTables({ inspect }, tenant.schemaName)
  const tables = stored.filter(({ name }) => name !== 'platform.tenant_usage_days')
  const parts = tables.map(
    ({ name, key }) =>
      `select '${name}' as name, (to_jsonb(t) - 'last_used_at')::text as row from ${name} t where ${key} = $1`,
  )
  const rows = await inspect<{ name: string; row: string }>(parts.join(' union all '), [tenant.tenantId])
  const byTable = Map.groupBy(rows, ({ name }) => name)
  return new Map([...byTable].map(([name, of]) => [name, of.map(({ row }) => row)]))
}

/** Ids of a tenant's rows, by table without its schema. */
export async function readTenantIds(
  { inspect }: Inspector,
  tenant: Placed,
): Promise<Map<string, readonly string[]>> {
  const tables = (await listTenantTables({ inspect }, tenant.schemaName)).filter(({ hasId }) => hasId)
  const parts = tables.map(
    ({ name, key }) => `select '${name}' as name, id::text from ${name} where ${key} = $1`,
  )
  const rows = await inspect<{ name: string; id: string }>(parts.join(' union all '), [tenant.tenantId])
  const byTable = Map.groupBy(rows, ({ name }) => name.split('.')[1] ?? name)
  return new Map([...byTable].map(([table, of]) => [table, of.map(({ id }) => id)]))
}

/** Tables that hold rows of tenants: those of a schema of its own, and the shared ones. */
export async function listTenantTables({ inspect }: Inspector, schemaName: string): Promise<TenantTable[]> {
  const rows = await inspect<{ name: string; key: string; has_id: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, a.attname as key,
            exists (select from pg_attribute where attrelid = c.oid and attname = 'id'
                    and atttypid = 'uuid'::regtype and not attisdropped) as has_id
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'uuid'::regtype
       and a.attname = case when n.nspname = 'platform' and c.relname = 'tenants' then 'id'
                            when c.relname in ('audit_chain', 'audit_heads') then 'chain' else 'tenant_id' end
     where n.nspname in ('platform', $1) and c.relkind in ('r', 'p')
     order by n.nspname, c.relname`,
    [schemaName],
  )
  return rows.map(({ name, key, has_id: hasId }) => ({ name, key, hasId }))
}

/** What differs between two readings, as lines such as `- platform.users {…}`. */
export function diffTenantRows(before: TenantRows, after: TenantRows): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) => {
    const old = new Set(before.get(name))
    const now = new Set(after.get(name))
    return [
      ...[...old].filter((row) => !now.has(row)).map((row) => `- ${name} ${row}`),
      ...[...now].filter((row) => !old.has(row)).map((row) => `+ ${name} ${row}`),
    ]
  })
}
