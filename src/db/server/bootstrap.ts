import { fileURLToPath } from 'node:url'
import { Logger as QueueLogger, runMigrations as installJobQueue } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { loadMigrations } from './migration-files.ts'
import { applyMigrations, LEDGER_SQL } from './migration-runner.ts'
import { SQLSTATE, sqlstateOf } from './sqlstate.ts'
import { AUDIT_ROLE, MEMBER_ROLE, PLATFORM_ROLE, PLATFORM_SCHEMA, SEARCH_ROLE } from './tenant-scope.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/platform/migrations', import.meta.url))
/** Any constant will do; it only has to be the same in every process that bootstraps. */
const BOOTSTRAP_LOCK = 7_203_116
const silent = new QueueLogger(() => () => undefined)

/**
 * Brings a database to the state this code expects: roles, control plane, job queue. Safe to run at every
 * start and by several processes at once.
 * @throws MigrationChangedError when an applied migration differs from its file.
 */
export async function bootstrapDatabase(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    // Held until the connection ends: of processes that start together one prepares, and the others find it done.
    await client.query('select pg_advisory_lock($1)', [BOOTSTRAP_LOCK])
    await createScopeRoles(client)
    await installJobQueue({ pgPool: pool, logger: silent })
    await migratePlatform(client)
  } finally {
    client.release(true)
  }
}

/** Roles belong to the whole server, so another database's bootstrap may be making them right now. */
async function createScopeRoles(client: PoolClient): Promise<void> {
  await stopInheriting(client)
  for (const role of [PLATFORM_ROLE, MEMBER_ROLE, AUDIT_ROLE, SEARCH_ROLE]) {
    const known = await client.query('select from pg_roles where rolname = $1', [role])
    if (known.rowCount === 0) {
      await client.query(`create role ${role} nologin`).catch((error: unknown) => {
        const state = sqlstateOf(error)
        if (state !== SQLSTATE.duplicateObject && state !== SQLSTATE.uniqueViolation) throw error
      })
    }
    await grantRoleToLogin(client, role)
  }
}

/**
 * Before PostgreSQL 16 it is a trait of the login role itself whether it has the rights of all its roles all
 * the time; it must have them only where it switches to one.
 */
async function stopInheriting(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_roles where rolname = current_user and rolinherit
     and current_setting('server_version_num')::int < 160000`,
  )
  if (rowCount === 1) await client.query('alter role current_user noinherit')
}

/**
 * Lets the login role switch to `role` without inheriting its rights. PostgreSQL 15 has no such option on
 * GRANT; there the login role itself inherits nothing.
 */
export async function grantRoleToLogin(client: PoolClient, role: string): Promise<void> {
  const member = await client.query<{ can_set: boolean; modern: boolean }>(
    `select current_setting('server_version_num')::int >= 160000 as modern,
            case when current_setting('server_version_num')::int >= 160000
                 then pg_has_role(current_user, $1, 'SET') else pg_has_role(current_user, $1, 'MEMBER') end as can_set`,
    [role],
  )
  if (member.rows[0]?.can_set) return
  await client.query(
    `grant ${role} to current_user${member.rows[0]?.modern ? ' with inherit false, set true' : ''}`,
  )
}

async function migratePlatform(client: PoolClient): Promise<void> {
  const migrations = await loadMigrations('platform', MIGRATIONS)
  await client.query('begin')
  try {
    await client.query(`create schema if not exists ${PLATFORM_SCHEMA}`)
    await client.query(LEDGER_SQL)
    await applyMigrations(client, { target: { tenantId: null, schema: PLATFORM_SCHEMA }, migrations })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
