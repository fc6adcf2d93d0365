import { startHeartbeat } from '#src/admin/server/nodes/heartbeat.ts'
import type { NodeKind } from '#src/admin/node.ts'
import type { Database } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { migrationId } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import type { Background } from './background.ts'
import { markInstallation } from './installation-marks.ts'
import { readCurrentCommit } from './ops/current-commit.ts'
import { codeFingerprint } from './pool-parts.ts'
import { PRODUCT_VERSION } from './product-version.ts'
import { projectRoot } from './project-root.ts'
import type { Releasers } from './releasers.ts'
import { requireSameInstallation } from './require-same-installation.ts'

type NodeParts = { database: Database; env: Env; logger: Logger; releasers: Releasers }

/** This process, as the others and the console see it. */
export type StartedNode = {
  /** tells what it takes jobs with, as soon as it does */
  updateBackground: (background: Background) => Promise<void>
}

/**
 * Lets the others and the console know that this process lives, until it is released.
 * @throws StartupError when it has other secrets than those that live
 */
export async function startNode(
  { database, env, logger, releasers }: NodeParts,
  kind: NodeKind,
): Promise<StartedNode> {
  const { commit } = await readCurrentCommit(projectRoot, env.COMMIT_SHA)
  const byModule = await loadModuleMigrations(modules)
  const marks = await markInstallation(env)
  let background: Background | undefined
  const heartbeat = await startHeartbeat(database, {
    kind,
    takesJobs: () => background?.isAlive() ?? false,
    locks: () => background?.locks ?? [],
    marks,
    version: PRODUCT_VERSION,
    commit,
    migrations: [...byModule.values()].flat().map(migrationId),
    pool: { fingerprint: codeFingerprint(createBlueprintOf(modules, byModule)), size: env.BERTH_POOL_SIZE },
    logger,
  })
  releasers.add('sign of life', () => heartbeat.stop())
  await requireSameInstallation(database.platformQuery, { id: heartbeat.id, marks })
  return {
    updateBackground: async (started) => {
      background = started
      await heartbeat.beatNow()
    },
  }
}
