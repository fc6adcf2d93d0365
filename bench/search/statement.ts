import type pg from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { petCare } from '#src/modules/pet-care/module.ts'
import { pets } from '#src/modules/pet-care/resources/pets.ts'
import type { ListQuery } from '#src/resources/record-schemas.ts'
import { pageStatement } from '#src/resources/server/page-statement.repository.ts'

/** The statement of a page as the engine sends it, in the tenant's role and scope, by the driver alone. */
export async function runPage<Row extends pg.QueryResultRow>(
  client: pg.Client,
  { schemaName, roleName, tenantId }: TenantPlacement,
  { asked, prefix = '' }: { asked: ListQuery; prefix?: string },
): Promise<Row[]> {
  const { text, values } = pageStatement({ module: petCare, resource: pets, ownerId: null }, asked)
  const [, { rows }] = await Promise.all([
    client.query(openStatement({ role: roleName, schema: schemaName, tenantId })),
    client.query<Row>(prefix + text, [...values]),
    client.query('commit'),
  ])
  return rows
}

/** How PostgreSQL answers it. @returns the lines of EXPLAIN */
export async function explainPage(
  client: pg.Client,
  placement: TenantPlacement,
  asked: ListQuery,
): Promise<string[]> {
  const rows = await runPage<{ 'QUERY PLAN': string }>(client, placement, {
    asked,
    prefix: 'explain (analyze, buffers) ',
  })
  return rows.map((row) => row['QUERY PLAN'])
}
