import type { Client } from 'pg'
import type { FleetTenant } from '../fleet.ts'

/** Tenants of which ledger, catalog or rows do not say that both migrations were applied, once. */
export async function countWrong(
  owner: Client,
  { fleet, names }: { fleet: readonly FleetTenant[]; names: readonly string[] },
): Promise<{ ledger: number; catalog: number; rows: number }> {
  const ids = fleet.map(({ tenantId }) => tenantId)
  const schemas = fleet.map(({ schemaName }) => schemaName)
  const ledger = await owner.query<{ right: number }>(
    `select count(*)::int as right from (
       select tenant_id from platform.applied_migrations where tenant_id = any ($1) and name = any ($2)
       group by tenant_id having count(*) = cardinality($2::text[])) as r`,
    [ids, names],
  )
  const catalog = await owner.query<{ right: number }>(
    `select count(*)::int as right from unnest($1::text[]) as schema
     where to_regclass(schema || '.pets_bench_note_idx') is not null
       and to_regclass(schema || '.owners_bench_note_idx') is not null`,
    [schemas],
  )
  let rows = 0
  for (const schema of schemas) {
    const { rowCount } = await owner.query(`select from ${schema}.owners where notes is distinct from '+'`)
    if (rowCount !== 0) rows += 1
  }
  return {
    ledger: fleet.length - (ledger.rows[0]?.right ?? 0),
    catalog: fleet.length - (catalog.rows[0]?.right ?? 0),
    rows,
  }
}
