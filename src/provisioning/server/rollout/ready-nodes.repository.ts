import type { ClientBase } from 'pg'
import type { Migration } from '#src/db/server/migration-files.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { migrationId } from './fleet-migrations.ts'

/** A process that told nothing for so many seconds is gone. */
const ALIVE_SECONDS = 30

/** Processes that live and lack any of these migrations (platform scope), as people tell them apart. */
export async function listNodesBehind(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<string[]> {
  if (migrations.length === 0) return []
  const { rows } = await client.query<{ node: string }>(
    `select host || ' (' || kind || ', ' || version || ')' as node from platform.nodes
     where seen_at > clock_timestamp() - make_interval(secs => $1) and not migrations @> $2
     order by 1`,
    [ALIVE_SECONDS, migrations.map(migrationId)],
  )
  return rows.map(({ node }) => node)
}

/**
 * Makes sure that every process that lives has the code for migrations that break older code (platform scope).
 * @throws AppError NODES_BEHIND with the processes that do not
 */
export async function requireReadyNodes(client: ClientBase, breaking: readonly Migration[]): Promise<void> {
  const nodes = await listNodesBehind(client, breaking)
  if (nodes.length === 0) return
  throw new AppError('NODES_BEHIND', { details: { nodes, migrations: breaking.map(migrationId) } })
}
