import { applyMigrations } from '#src/db/server/migration-runner.ts'
import type { Step } from '../step.ts'

/**
 * What the run's modules still lack in a schema that others already use: everything the first time, nothing or
 * what is newer when a module comes back.
 */
export const addTables: Step = {
  name: 'migrate',
  run: async ({ client, tenant, blueprint, progress }) => {
    const applied = await applyMigrations(client, {
      target: { tenantId: tenant.tenantId, schema: tenant.schemaName },
      migrations: blueprint.migrations,
      onApplied: ({ migration, durationMs }) =>
        progress(`${migration.set} ${migration.name} applied in ${durationMs.toFixed(1)} ms`),
    })
    const count = applied.length
    if (count === 0) return 'All tables are there already, with what they held.'
    return `${count} ${count === 1 ? 'migration' : 'migrations'} applied.`
  },
}
