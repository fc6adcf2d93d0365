import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { executeRun } from '../../execute-run.ts'
import { createWaitingTenant, rehearsalDeps, type SignedUpTenant } from '../../testing/rehearsal.ts'
import type { FleetMigrations } from '../fleet-migrations.ts'
import { oldFleet } from './small-modules.ts'

/** Tenants as provisioning builds them, with two notes each. @param prefix of their subdomains */
export async function createFleet(
  db: TestDatabase,
  { prefix, count, fleet = oldFleet }: { prefix: string; count: number; fleet?: FleetMigrations },
): Promise<SignedUpTenant[]> {
  const migrations = [...fleet.values()].flat()
  const seed = [{ table: 'notes', columns: ['title'], rows: [['first'], ['second']] }]
  const deps = rehearsalDeps(db, {
    blueprintOf: ({ modules }) => ({ modules, migrations, seed, ownRows: [] }),
  })
  const tenants: SignedUpTenant[] = []
  for (let index = 0; index < count; index += 1) {
    const tenant = await createWaitingTenant(db, `${prefix}-${index}`)
    await executeRun(deps, { runId: tenant.runId, attempt: 1 })
    tenants.push(tenant)
  }
  return tenants
}

/** What the catalogs say a tenant has: its columns, and how many policies each table has. */
export async function describePlane(
  { inspect }: Pick<TestDatabase, 'inspect'>,
  { schemaName }: Pick<SignedUpTenant, 'schemaName'>,
): Promise<string[]> {
  const rows = await inspect<{ line: string }>(
    `select c.relname || ': ' || string_agg(a.attname, ' ' order by a.attname) || ', policies '
            || (select count(*) from pg_policy p where p.polrelid = c.oid) as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' group by c.oid order by 1`,
    [schemaName],
  )
  return rows.map(({ line }) => line)
}

/** What the ledger says a tenant has. */
export async function readLedger(
  { inspect }: Pick<TestDatabase, 'inspect'>,
  { tenantId }: Pick<SignedUpTenant, 'tenantId'>,
): Promise<string[]> {
  const rows = await inspect<{ id: string }>(
    `select migration_set || '/' || name as id from platform.applied_migrations where tenant_id = $1 order by 1`,
    [tenantId],
  )
  return rows.map(({ id }) => id)
}
