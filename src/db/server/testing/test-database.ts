import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase, type Database } from '../database.ts'
import { withDatabaseName } from '../database-url.ts'

/** A database of its own for one test file, cloned from the bootstrapped template. */
export type TestDatabase = {
  database: Database
  /** connection string of the application's role */
  url: string
  /** connection string of the superuser on the same database, to look behind row level security */
  superuserUrl: string
  /** runs one statement as the superuser and returns its rows */
  inspect: <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>
  dispose: () => Promise<void>
}

/** Clones the template. The caller disposes of it; `useTestDatabase` does so by itself. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, loginUrl, template } = inject('testServer')
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onServer(superuserUrl, `create database ${name} template ${template} owner berth`)
  const url = withDatabaseName(loginUrl, name)
  const inspector = new pg.Pool({ connectionString: withDatabaseName(superuserUrl, name), max: 2 })
  // One that is just ending may be ended by the drop of its database first.
  inspector.on('connect', (client) => client.on('error', () => undefined))
  // The database is dropped under connections that are still closing.
  inspector.on('error', () => undefined)
  const database = openDatabase({ url, maxConnections: 16 })
  return {
    database,
    url,
    superuserUrl: withDatabaseName(superuserUrl, name),
    inspect: async <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await inspector.query<T>(sql, values)).rows,
    dispose: async () => {
      await Promise.all([database.close(), inspector.end()])
      await onServer(superuserUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A database for the test file that calls it, made before its first test and dropped after its last. */
export function useTestDatabase(): () => TestDatabase {
  let current: TestDatabase | undefined
  beforeAll(async () => {
    current = await createTestDatabase()
  })
  afterAll(async () => {
    await current?.dispose()
  })
  return () => {
    if (!current) throw new Error('The test database exists only while tests run.')
    return current
  }
}

async function onServer(superuserUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
