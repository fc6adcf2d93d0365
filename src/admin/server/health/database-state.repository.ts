import type { Pool } from 'pg'
import type { HealthDetails } from '../../health.ts'
import { getDatabaseSize } from './database-size.ts'

type DatabaseState = Omit<HealthDetails<'database'>, 'isEmbedded'>
type ServerRow = { version: string; limit: number; used: number; replicas: number }

/**
 * How the server stands. @param pool unscoped: the login role sees what its own connections do, its narrower roles
 * do not
 */
export async function getDatabaseState(pool: Pool): Promise<DatabaseState> {
  const askedAt = performance.now()
  await pool.query('select 1')
  const latencyMs = performance.now() - askedAt
  const [sizeBytes, server, groups, oldest] = await Promise.all([
    getDatabaseSize(pool, () => askSize(pool)),
    pool.query<ServerRow>(
      `select current_setting('server_version') as version,
         current_setting('max_connections')::int as "limit",
         (select coalesce(sum(numbackends), 0)::int from pg_stat_database) as used,
         (select count(*)::int from pg_stat_replication) as replicas`,
    ),
    pool.query<DatabaseState['connections']['groups'][number]>(
      `select coalesce(nullif(application_name, ''), 'unnamed') as application, coalesce(state, 'unknown') as state,
         count(*)::int as count
       from pg_stat_activity where datname = current_database() group by 1, 2 order by count desc, 1, 2 limit 20`,
    ),
    pool.query<NonNullable<DatabaseState['longestTransaction']>>(
      `select extract(epoch from clock_timestamp() - xact_start)::float8 as seconds,
         coalesce(nullif(application_name, ''), 'unnamed') as application, coalesce(state, 'unknown') as state
       from pg_stat_activity
       where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
       order by xact_start limit 1`,
    ),
  ])
  const [row] = server.rows
  if (!row) throw new Error('A statement without a condition found no row.')
  const { version, replicas, used, limit } = row
  const longestTransaction = oldest.rows[0] ?? null
  return {
    version,
    sizeBytes,
    latencyMs,
    replicas,
    connections: { used, limit, groups: groups.rows },
    longestTransaction,
  }
}

async function askSize(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  )
  return rows[0]?.bytes ?? 0
}

/** Migrations of the control plane that are applied, and the newest of them. */
export async function getPlatformMigrations(pool: Pool): Promise<{ count: number; newest: string | null }> {
  const { rows } = await pool.query<{ count: number; newest: string | null }>(
    `select count(*)::int as count, max(name) as newest from platform.applied_migrations
     where tenant_id is null and migration_set = 'platform'`,
  )
  return rows[0] ?? { count: 0, newest: null }
}
