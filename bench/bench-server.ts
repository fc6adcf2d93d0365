import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrapDatabase } from '#src/db/server/bootstrap.ts'
import { openDatabase, type Database } from '#src/db/server/database.ts'
import { startEmbeddedPostgres } from '#src/db/server/embedded-postgres/embedded-postgres.ts'

/** A durable server of its own with a bootstrapped database: what `npm start` works on. */
export type BenchServer = {
  url: string
  superuserUrl: string
  database: Database
  close: () => Promise<void>
}

export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-bench-'))
  const server = await startEmbeddedPostgres({ dataDir })
  const database = openDatabase({ url: server.url, maxConnections: 20 })
  await bootstrapDatabase(database.pool)
  return {
    url: server.url,
    superuserUrl: server.superuserUrl,
    database,
    close: async () => {
      await database.close()
      await server.release()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
