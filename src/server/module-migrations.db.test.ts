import { beforeAll, describe, expect, it } from 'vitest'
import { recordMigrations } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import type { RolloutDirection } from '#src/provisioning/rollout.ts'
import { changeSchema } from '#src/provisioning/server/rollout/change-schema.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { readPlaneStructure } from '#src/resources/server/testing/plane-structure.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { countRows, fillTables } from './testing/fill-tables.ts'

const current = useTestDatabase()
const migrations = await loadModuleMigrations(modules)
const fleet = { migrations, blueprintOf: createBlueprintOf(modules, migrations) }
const backwards = [...migrations.values()].flatMap((of) => of.toReversed())
let tenant: CallTenant
let golden: string[]
let empty: string[]

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'there-and-back', modules })
  empty = await fillTables(current(), tenant)
  golden = await readPlaneStructure(current(), tenant)
})

/** One migration, by the way rollouts take. */
async function change(direction: RolloutDirection, migration: Migration): Promise<void> {
  const client = await current().database.pool.connect()
  try {
    await client.query('begin')
    const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
    if (direction === 'up') await recordMigrations(client, { target, migrations: [migration] })
    await changeSchema(fleet, client, { tenant, direction, migrations: [migration] })
    await client.query('commit')
  } finally {
    client.release(true)
  }
}

/** Who may look into what follows when the tenant has all of the module: see docs/migrations.md. */
const isOwnPolicy = (line: string) => / own_rows /.test(line)

async function look(): Promise<{ structure: string[]; rows: Map<string, number> }> {
  const lines = await readPlaneStructure(current(), tenant)
  const structure = lines.filter((line) => !isOwnPolicy(line))
  return { structure, rows: await countRows(current(), tenant.schemaName) }
}

/** What is counted of tables that both states have. */
function shared(rows: Map<string, number>, others: Map<string, number>): [string, number][] {
  return [...rows].filter(([table]) => others.has(table))
}

describe('a tenant with rows in its tables', () => {
  it('has them in every one', () => {
    expect(empty).toEqual([])
  })

  // From the newest to the first, so that each meets the rows that were written in the form behind it.
  it.each(backwards)('keeps them while $set/$name goes down, up, down and up', async (migration) => {
    const above = await look()
    await change('down', migration)
    const below = await look()
    expect(below.structure).not.toEqual(above.structure)
    expect([...below.rows.values()], 'rows before').not.toContain(0)
    // Only a comment may say that rows are lost, and then it is records of the new form alone.
    const lost = shared(below.rows, above.rows).filter(([table, rows]) => above.rows.get(table) !== rows)
    expect(/^-- .*\blost\b/m.test(migration.down) ? [] : lost).toEqual([])

    await change('up', migration)
    const again = await look()
    expect(again.structure).toEqual(above.structure)
    expect(shared(again.rows, below.rows)).toEqual(shared(below.rows, again.rows))

    await change('down', migration)
    expect(await look()).toEqual(below)
  })

  it('is at last what it was at first', async () => {
    expect((await look()).structure).toEqual([])
    for (const migration of backwards.toReversed()) await change('up', migration)
    expect(await readPlaneStructure(current(), tenant)).toEqual(golden)
  })
})
