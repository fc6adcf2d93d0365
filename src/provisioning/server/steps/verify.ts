import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { newId } from '#src/shared/ids.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { listForeignRights, listTables, type CatalogTable } from '../tenant-catalog.repository.ts'
import { withRole, type SchemaContext, type Step } from '../step.ts'

/** Proves the isolation of what a change of an open schema has touched, before anybody can reach it; a gap fails it. */
export const verify = createVerify(({ isTouched }) => isTouched)
/** The same of a whole schema that nobody works in yet, whether the run has built it or found it built. */
export const verifyAll = createVerify(() => true)

/** @param isProbed a table that nobody has touched was proven before, and may be long by now */
function createVerify(isProbed: (table: CatalogTable) => boolean) {
  return {
    name: 'verify',
    run: async (context: SchemaContext) => {
      const { client, tenant } = context
      const [tables, reaches] = await Promise.all([
        listTables(client, tenant.schemaName),
        listForeignRights(client, tenant),
      ])
      const visible = await listForeignRows(context, tables.filter(isProbed))
      requireNoGaps([...listGapsOf({ tables, reaches }), ...visible])
      return `${tables.length} tables checked: no other workspace can be reached from here, nor this one from there.`
    },
  } satisfies Step
}

/** What the catalog alone tells of gaps between a tenant and others. */
export function listGapsOf({
  tables,
  reaches,
}: {
  tables: readonly CatalogTable[]
  reaches: string[]
}): string[] {
  return [
    ...tables.filter((table) => !table.hasTenantId).map(({ name }) => `${name} has no tenant_id`),
    ...tables.filter((table) => !table.forced || !table.hasPolicy).map(({ name }) => `${name} is not locked`),
    ...reaches.map((reach) => `the role reaches ${reach}`),
  ]
}

/** @throws AppError PROVISIONING_FAILED, with the gaps as its cause */
export function requireNoGaps(gaps: readonly string[]): void {
  if (gaps.length === 0) return
  throw new AppError('PROVISIONING_FAILED', { message: 'The isolation check found a gap.', cause: gaps })
}

/** Reads each of the tables with the tenant's role but for another tenant: a row that appears is a gap. */
async function listForeignRows({ client, tenant }: SchemaContext, tables: CatalogTable[]): Promise<string[]> {
  if (tables.length === 0) return []
  const probes = tables.map(
    ({ name }, index) =>
      `select ${index} as position from ${quoteIdentifier(tenant.schemaName)}.${quoteIdentifier(name)} limit 1`,
  )
  await client.query(`select set_config('app.tenant_id', $1, true)`, [newId()])
  return withRole(client, quoteIdentifier(tenant.roleName), async () => {
    const { rows } = await client.query<{ position: number }>(
      probes.map((probe) => `(${probe})`).join(' union all '),
    )
    return rows.map(({ position }) => `rows of ${tables[position]?.name} are visible to another tenant`)
  })
}
