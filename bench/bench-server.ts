import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { bootstrapDatabase } from '#src/db/server/bootstrap.ts'
import { openDatabase, type Database } from '#src/db/server/database.ts'
import { startEmbeddedPostgres } from '#src/db/server/embedded-postgres/embedded-postgres.ts'
import { benchEnv } from './bench-env.ts'

/** A durable server of its own with a bootstrapped database: what `npm start` works on. */
export type BenchServer = {
  url: string
  superuserUrl: string
  database: Database
  close: () => Promise<void>
}

/**
 * With `BERTH_BENCH_FLEET_DIR` the server's data stays there, for the next suite that needs as many tenants.
 * @param isPassing true for a server that is always new and always goes, beside the kept one
 */
export async function startBenchServer({ isPassing = false } = {}): Promise<BenchServer> {
  const kept = isPassing ? undefined : benchEnv.BERTH_BENCH_FLEET_DIR
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'berth-bench-')))
  if (kept !== undefined) await mkdir(kept, { recursive: true })
  const server = await startEmbeddedPostgres({ dataDir })
  const database = openDatabase({ url: server.url, maxConnections: 20 })
  await bootstrapDatabase(database.pool)
  return {
    url: server.url,
    superuserUrl: server.superuserUrl,
    database,
    close: async () => {
      await database.close()
      if (kept !== undefined) await saveEverything(server.superuserUrl)
      await server.release()
      if (kept === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Thousands of new files take longer than a server has for its end; without it the next start would be a recovery. */
async function saveEverything(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('checkpoint')
  await client.end()
}
