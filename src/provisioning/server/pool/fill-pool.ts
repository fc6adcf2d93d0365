import type { PoolClient } from 'pg'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { describeFailure } from '../run-failure.ts'
import { withRole } from '../step.ts'
import { buildWarmSchema } from './build-warm-schema.ts'
import { dropWarmChunk } from './drop-warm-chunk.ts'
import { nameSet, planPool, type PoolMove } from './plan-pool.ts'
import type { PoolDeps } from './pool-deps.ts'
import { isRunOpen, listPoolSizes, tryPoolLock } from './pool-state.repository.ts'
import { forgetWarmFailures, listRestingSets, saveWarmFailure } from './warm-failure.repository.ts'
import { listWarmSchemas, markDraining } from './warm-schema.repository.ts'

/** `rested`: nothing to do now; `busy`: runs come first; `taken`: somebody else is at it; `left`: the time was over. */
export type FillOutcome = 'rested' | 'busy' | 'taken' | 'left'

export type FillOptions = {
  /** how long to go on, in milliseconds */
  forMs?: number
  /** goes on beside runs, for people who ask for it */
  besideRuns?: boolean
  /** drops all there is, whoever takes it, instead of filling */
  isDrain?: boolean
  onMove?: (move: PoolMove['kind']) => void
}

const TIMEOUTS = `set local statement_timeout to '60s'; set local lock_timeout to '5s'`

/** Builds what the pool lacks and drops what nobody takes any more, one schema after the other. Never throws for a failed build. */
export async function fillPool(deps: PoolDeps, options: FillOptions = {}): Promise<FillOutcome> {
  const { forMs = Number.POSITIVE_INFINITY, onMove } = options
  const { besideRuns = false, isDrain = false } = options
  const sets = await deps.listSets()
  const startedAt = performance.now()
  for (;;) {
    const moved = await moveOnce(deps, { sets, besideRuns, isDrain })
    if (typeof moved === 'string') return moved
    onMove?.(moved.kind)
    if (performance.now() - startedAt > forMs) return 'left'
  }
}

type Go = { sets: string[][]; besideRuns: boolean; isDrain: boolean }

/** One move is one transaction: whatever ends the process leaves the pool before it or behind it. */
async function moveOnce(deps: PoolDeps, go: Go): Promise<PoolMove | Exclude<FillOutcome, 'left'>> {
  const position: { move: PoolMove | null } = { move: null }
  try {
    return await withPlatformTransaction(deps.pool, async (client) => {
      await client.query(TIMEOUTS)
      if (!(await tryPoolLock(client))) return 'taken'
      if (!go.besideRuns && (await isRunOpen(client))) return 'busy'
      position.move = await findMove(deps, client, go)
      if (!position.move) return 'rested'
      await makeMove(deps, client, position.move)
      return position.move
    })
  } catch (error) {
    const { move } = position
    if (move?.kind !== 'build') throw error
    const { fingerprint, logger, pool } = deps
    const name = nameSet(move.modules)
    logger.warn({ err: error, modules: name }, 'a schema could not be built beforehand')
    const failure = describeFailure(error, null)
    await withPlatformTransaction(pool, (client) => saveWarmFailure(client, { fingerprint, name, failure }))
    return move
  }
}

async function findMove(
  { fingerprint, size }: PoolDeps,
  client: PoolClient,
  { sets, isDrain }: Go,
): Promise<PoolMove | null> {
  const rows = await listWarmSchemas(client)
  const nobody = new Set<string>()
  if (isDrain) {
    return planPool({ rows, fingerprint, sets: [], size: 0, builds: false, others: nobody, resting: nobody })
  }
  const resting = await listRestingSets(client, fingerprint)
  const told = await listPoolSizes(client)
  const others = new Set([...told.keys()].filter((other) => other !== fingerprint))
  const largest = Math.max(size, told.get(fingerprint) ?? 0)
  return planPool({ rows, fingerprint, sets, size: largest, builds: size > 0, others, resting })
}

async function makeMove(deps: PoolDeps, client: PoolClient, move: PoolMove): Promise<void> {
  if (move.kind === 'drain') {
    await markDraining(client, move.row.id)
    return
  }
  await client.query('reset role')
  if (move.kind === 'build') {
    await buildWarmSchema(deps, client, move.modules)
    const { fingerprint } = deps
    const name = nameSet(move.modules)
    await withRole(client, PLATFORM_ROLE, () => forgetWarmFailures(client, { fingerprint, name }))
    return
  }
  deps.fault('warm-drain', 'before')
  await dropWarmChunk(client, move.row)
  deps.fault('warm-drain', 'after')
}
