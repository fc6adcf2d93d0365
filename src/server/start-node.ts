import { startHeartbeat } from '#src/admin/server/nodes/heartbeat.ts'
import type { NodeKind } from '#src/admin/node.ts'
import type { Database } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { migrationId } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { readCurrentCommit } from './ops/current-commit.ts'
import { PRODUCT_VERSION } from './product-version.ts'
import { projectRoot } from './project-root.ts'
import type { Releasers } from './releasers.ts'

type NodeParts = { database: Database; env: Env; logger: Logger; releasers: Releasers }

/** Lets the console know that this process lives, until it is released. */
export async function startNode(
  { database, env, logger, releasers }: NodeParts,
  about: { kind: NodeKind; takesJobs: () => boolean },
): Promise<void> {
  const { commit } = await readCurrentCommit(projectRoot, env.COMMIT_SHA)
  const migrations = [...(await loadModuleMigrations(modules)).values()].flat().map(migrationId)
  const heartbeat = await startHeartbeat(database, {
    ...about,
    version: PRODUCT_VERSION,
    commit,
    migrations,
    logger,
  })
  releasers.add('sign of life', () => heartbeat.stop())
}
