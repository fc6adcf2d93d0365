import pg from 'pg'
import type { BenchServer } from '../bench-server.ts'
import type { FleetTenant } from '../fleet.ts'
import { benchMigration } from './bench-migration.ts'
import { takeTurns } from './take-turns.ts'

/** The floor, in seconds: one message per schema, over as many open connections. What it made is removed again, unmeasured. */
export async function runRaw(
  { url }: BenchServer,
  fleet: readonly FleetTenant[],
  concurrency: number,
): Promise<number> {
  const clients = Array.from({ length: concurrency }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const send = (sql: string) =>
    takeTurns(clients, fleet, (client, { schemaName }) =>
      client.query(`begin; set local search_path to ${schemaName}, pg_temp; ${sql}; commit`),
    )
  const startedAt = performance.now()
  await send(benchMigration.up)
  const seconds = (performance.now() - startedAt) / 1000
  await send(benchMigration.down)
  await Promise.all(clients.map((client) => client.end()))
  return seconds
}
