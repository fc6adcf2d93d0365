import { applyMigrations } from '#src/db/server/migration-runner.ts'
import type { Step, StepContext } from '../step.ts'

/** Tables, constraints and indexes of every module the tenant has chosen. */
export const migrate: Step = {
  name: 'migrate',
  run: async (context) => {
    const { client, tenant, blueprint, progress, prepared } = context
    const ready = prepared.warm?.tables ?? 0
    if (ready > 0) progress(`${ready} tables were prepared beforehand`, { tables: ready })
    const applied = await applyMigrations(client, {
      target: { tenantId: tenant.tenantId, schema: tenant.schemaName },
      migrations: blueprint.migrations,
      observe: () => countTables(context),
      onApplied: ({ migration, durationMs }, tables = 0) => {
        progress(`${migration.set} ${migration.name} applied in ${durationMs.toFixed(1)} ms`, { tables })
      },
    })
    const count = applied.length
    if (ready > 0 && count === 0) return `Prepared beforehand: ${ready} tables.`
    const made = `${(await countTables(context)) - ready} tables from ${count} ${count === 1 ? 'migration' : 'migrations'}.`
    return ready > 0 ? `Prepared beforehand: ${ready} tables. Added now: ${made}` : made
  },
}

async function countTables({ client, tenant }: StepContext): Promise<number> {
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::int as tables from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')`,
    [tenant.schemaName],
  )
  return rows[0]?.tables ?? 0
}
