import { join } from 'node:path'
import pg from 'pg'
import { bootstrapDatabase } from '../bootstrap.ts'
import { openDatabase } from '../database.ts'
import { withDatabaseName } from '../database-url.ts'
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts'
import { getPostmaster, stopPostmaster } from '../embedded-postgres/postmaster.ts'
import { createServerFolder, removeServerFolder } from '../embedded-postgres/testing/server-folder.ts'
import type { TestDatabase } from './test-database.ts'

/** A database on a PostgreSQL of its own, which can be stopped under whoever uses it. */
export type OwnServer = TestDatabase & { stop: () => Promise<void>; start: () => Promise<void> }

export async function createOwnServer(): Promise<OwnServer> {
  const dataDir = await createServerFolder()
  const pgdata = join(dataDir, 'pgdata')
  const { url, superuserUrl } = await startEmbeddedPostgres({ dataDir, durable: false })
  const inspectorUrl = withDatabaseName(superuserUrl, 'berth')
  const database = openDatabase({ url, maxConnections: 8 })
  await bootstrapDatabase(database.pool)
  return {
    database,
    url,
    superuserUrl: inspectorUrl,
    inspect: async <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => {
      const client = new pg.Client({ connectionString: inspectorUrl })
      await client.connect()
      return client
        .query<T>(sql, values)
        .then(({ rows }) => rows)
        .finally(() => client.end())
    },
    stop: async () => {
      const found = await getPostmaster(pgdata)
      if (found) await stopPostmaster(found.pid, pgdata)
    },
    start: async () => {
      await startEmbeddedPostgres({ dataDir, durable: false })
    },
    dispose: async () => {
      await database.close()
      await removeServerFolder(dataDir)
    },
  }
}
