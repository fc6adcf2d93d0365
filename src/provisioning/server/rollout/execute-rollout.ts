import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { isConnectionFailure } from '#src/db/server/sqlstate.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { migrationId, pickMigrations } from './fleet-migrations.ts'
import { migrateTenants } from './migrate-tenants.ts'
import { rememberBlueprints } from './remember-blueprints.ts'
import { findRest } from './rollout-claim.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'
import {
  endRollout,
  findRolloutOrder,
  moveRollout,
  saveRolloutSign,
  type RolloutOrder,
} from './rollout.repository.ts'

/** Wait of a place that finds nothing to do while others are at work, unless one of this process is done first, in ms. */
const IDLE_MS = 50
const SIGN_EVERY_MS = 1_000
const RECONNECT_EVERY_MS = 500
/** Longest that PostgreSQL may be away, in milliseconds. */
const PATIENCE_MS = 60_000

/** How working on a rollout ended for this process; `left` means that there is more to do. */
export type RolloutEffort = 'ended' | 'left' | 'foreign'

type Effort = {
  /** milliseconds */
  forMs?: number
  /** how many of the pool it may keep busy; all but the one that tells that somebody is at work, if nothing is said */
  connections?: number
}

/**
 * Works on a rollout until nothing is left, somebody pauses or stops it, or `forMs` is over. Any number of processes may do
 * so at once, and any of them may die.
 * @returns `foreign` for one whose migrations this code does not have, or has otherwise
 * @throws when PostgreSQL stays away
 */
export async function executeRollout(
  deps: RolloutDeps,
  rolloutId: string,
  { forMs = Number.POSITIVE_INFINITY, connections = deps.pool.options.max - 1 }: Effort = {},
): Promise<RolloutEffort> {
  const order = await openOrder(deps, rolloutId)
  if (order === 'foreign' || order === 'ended') return order
  const endAt = performance.now() + forMs
  const places = countPlaces(deps, order, connections)
  const sign = startSigns(deps, rolloutId)
  const bell = new EventEmitter().setMaxListeners(0)
  const own = { ...deps, blueprintOf: rememberBlueprints(deps.blueprintOf) }
  try {
    await Promise.all(Array.from({ length: places }, (_, slot) => workAt(own, order, { slot, endAt, bell })))
  } finally {
    await sign.stop()
  }
  return withPlatformTransaction(deps.pool, async (client) => {
    await endRollout(client, rolloutId)
    const { isRunning, pending } = await findRest(client, rolloutId)
    return isRunning && pending > 0 ? 'left' : 'ended'
  })
}

/** An index that is built online takes a second connection. */
function countPlaces({ migrations }: RolloutDeps, order: RolloutOrder, connections: number): number {
  const named = pickMigrations(
    migrations,
    order.migrations.map(({ id }) => id),
  )
  const each = order.direction === 'up' && named.some(({ online }) => online !== undefined) ? 2 : 1
  return Math.max(1, Math.min(order.settings.concurrency, Math.floor(connections / each)))
}

async function openOrder(
  { pool, migrations, logger }: RolloutDeps,
  rolloutId: string,
): Promise<RolloutOrder | 'foreign' | 'ended'> {
  return withPlatformTransaction(pool, async (client) => {
    const order = await findRolloutOrder(client, rolloutId)
    if (!order) return 'ended'
    const own = new Map([...migrations.values()].flat().map((one) => [migrationId(one), one.checksum]))
    if (order.migrations.some(({ id, checksum }) => own.get(id) !== checksum)) {
      logger.warn({ rolloutId }, 'a rollout is left to code that has its migrations')
      return 'foreign'
    }
    await moveRollout(client, rolloutId, { from: ['pending', 'running'], to: 'running' })
    return order.state === 'pending' || order.state === 'running' ? order : 'ended'
  })
}

/** One of the places at which tenants are worked on, one after the other. */
async function workAt(
  deps: RolloutDeps,
  order: RolloutOrder,
  { slot, endAt, bell }: { slot: number; endAt: number; bell: EventEmitter },
): Promise<void> {
  let reachedAt = performance.now()
  while (performance.now() < endAt) {
    try {
      const done = await migrateTenants(deps, order, {
        slot,
        isOver: () => performance.now() >= endAt,
        onDone: () => {
          reachedAt = performance.now()
          bell.emit('done')
        },
      })
      reachedAt = performance.now()
      if (done > 0) continue
      const { isRunning, pending } = await withPlatformTransaction(deps.pool, (client) =>
        findRest(client, order.id),
      )
      if (!isRunning || pending === 0) return
      await once(bell, 'done', { signal: AbortSignal.timeout(IDLE_MS) }).catch(() => undefined)
    } catch (error) {
      if (!isConnectionFailure(error) || performance.now() - reachedAt > PATIENCE_MS) throw error
      deps.logger.warn({ err: error }, 'a rollout waits for the database')
      await sleep(RECONNECT_EVERY_MS)
    }
  }
}

function startSigns({ pool, logger }: RolloutDeps, rolloutId: string): { stop: () => Promise<void> } {
  let telling = Promise.resolve()
  function tell(): Promise<void> {
    return withPlatformTransaction(pool, (client) => saveRolloutSign(client, rolloutId)).catch(
      (error: unknown) => logger.warn({ err: error }, 'a sign of life could not be stored'),
    )
  }
  const timer = setInterval(() => {
    telling = tell()
  }, SIGN_EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await telling
      // Whoever looks at it sees how it was left.
      await tell()
    },
  }
}
