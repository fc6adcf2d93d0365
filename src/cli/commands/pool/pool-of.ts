import { appendAuditOn, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { modules } from '#src/modules/registry.ts'
import { noFault } from '#src/provisioning/server/fault.ts'
import { fillPool, type FillOptions } from '#src/provisioning/server/pool/fill-pool.ts'
import type { PoolDeps } from '#src/provisioning/server/pool/pool-deps.ts'
import { endWarmRests } from '#src/provisioning/server/pool/warm-failure.repository.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { poolDepsOf } from '#src/server/pool-parts.ts'
import { CommandFailure } from '../../exit.ts'
import type { Installation } from '../../with-installation.ts'

/** What keeping the pool needs, in the process of a command. */
export async function poolOf({ database, env, logger }: Installation): Promise<PoolDeps> {
  const blueprintOf = createBlueprintOf(modules, await loadModuleMigrations(modules))
  return poolDepsOf({ database, env, logger, blueprintOf, fault: noFault })
}

/** How long a command waits for a worker that is at the pool, in milliseconds. */
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 200

/**
 * Fills or drains the pool to the end, and writes that into the log.
 * @returns how many schemas were built and dropped
 * @throws CommandFailure when a worker has been at it all the time
 */
export async function workOnPool(
  deps: PoolDeps,
  options: Pick<FillOptions, 'isDrain'>,
): Promise<{ built: number; dropped: number }> {
  const done = { built: 0, dropped: 0 }
  await withPlatformTransaction(deps.pool, endWarmRests)
  const giveUpAt = Date.now() + PATIENCE_MS
  const onMove: FillOptions['onMove'] = (kind) => {
    if (kind === 'build') done.built += 1
    if (kind === 'drain') done.dropped += 1
  }
  while ((await fillPool(deps, { ...options, besideRuns: true, onMove })) === 'taken') {
    if (Date.now() > giveUpAt) throw new CommandFailure('A worker is at the pool. Try again later.')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  await withPlatformTransaction(deps.pool, (client) =>
    appendAuditOn(client, {
      tenantId: null,
      actor: systemActor(),
      action: options.isDrain ? 'pool.drain' : 'pool.fill',
      resource: { type: 'pool', id: null },
      details: done,
    }),
  )
  return done
}
