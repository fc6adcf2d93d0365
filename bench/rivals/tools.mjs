import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migrateByDrizzle } from 'drizzle-orm/node-postgres/migrator'
import knex from 'knex'
import { runner } from 'node-pg-migrate'
import pg from 'pg'

// Each takes the connection's url and the statements of all migrations, and gives what brings one schema up to date over one
// connection that stays open, by the tool's public interface.

async function connect(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

const newFolder = (name) => mkdtemp(join(tmpdir(), `berth-rivals-${name}-`))

async function nodePgMigrate(url, ups) {
  const dir = await newFolder('node-pg-migrate')
  await Promise.all(
    ups.map((up, index) =>
      writeFile(
        join(dir, `${1_700_000_000_000 + index}_step.sql`),
        `-- Up Migration\n${up}\n-- Down Migration\n`,
      ),
    ),
  )
  const dbClient = await connect(url)
  const log = () => undefined
  return {
    // Its lock is one for the whole database, so that two connections could not work at a time with it.
    migrate: (schema) =>
      runner({
        dbClient,
        dir,
        schema,
        migrationsTable: 'pgmigrations',
        direction: 'up',
        noLock: true,
        log,
        verbose: false,
      }),
    close: () => dbClient.end(),
  }
}

async function knexMigrate(url, ups) {
  const db = knex({ client: 'pg', connection: url, pool: { min: 1, max: 1 } })
  const names = ups.map((_, index) => `${index}_step`)
  const migrationSource = {
    getMigrations: async () => names,
    getMigrationName: (name) => name,
    getMigration: async (name) => ({
      up: (tx) => tx.raw(ups[names.indexOf(name)]),
      down: async () => undefined,
    }),
  }
  return {
    migrate: async (schema) => {
      await db.raw(`set search_path to "${schema}"`)
      await db.migrate.latest({ migrationSource, schemaName: schema, tableName: 'knex_migrations' })
    },
    close: () => db.destroy(),
  }
}

async function drizzleMigrate(url, ups) {
  const migrationsFolder = await newFolder('drizzle')
  await mkdir(join(migrationsFolder, 'meta'))
  const entries = ups.map((_, index) => ({
    idx: index,
    when: index + 1,
    tag: `${index}_step`,
    breakpoints: false,
  }))
  await writeFile(join(migrationsFolder, 'meta', '_journal.json'), JSON.stringify({ entries }))
  await Promise.all(ups.map((up, index) => writeFile(join(migrationsFolder, `${index}_step.sql`), up)))
  const client = await connect(url)
  const db = drizzle(client)
  return {
    migrate: async (schema) => {
      await client.query(`set search_path to "${schema}"`)
      await migrateByDrizzle(db, { migrationsFolder, migrationsSchema: schema })
    },
    close: () => client.end(),
  }
}

export const tools = { 'node-pg-migrate': nodePgMigrate, knex: knexMigrate, 'drizzle-orm': drizzleMigrate }
