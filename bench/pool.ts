import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { modules as allModules } from '#src/modules/registry.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import type { ExecuteDeps } from '#src/provisioning/server/execute-steps.ts'
import { noFault } from '#src/provisioning/server/fault.ts'
import { createClaim } from '#src/provisioning/server/pool/claim-warm-schema.ts'
import { fillPool } from '#src/provisioning/server/pool/fill-pool.ts'
import type { PoolDeps } from '#src/provisioning/server/pool/pool-deps.ts'
import { createStepTable } from '#src/provisioning/server/run-steps.ts'
import { codeFingerprint } from '#src/server/pool-parts.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { benchDeps, createWaiting, timeRun, type WaitingTenant } from './build-tenant.ts'
import { median, percentile, type Figure } from './report.ts'

const ROUNDS = 30
const BURST = 100
const PARALLEL = 8
/** What a new business of the trade with the most tables comes with. */
const CHOSEN = ['pet-care']

/**
 * Runs that find a schema in the pool against runs that build one, in turn; the floor of the first is the bare renaming of a schema and a
 * role that are there. Then a burst of runs at once, which empties the pool.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const raw = new pg.Client({ connectionString: server.url })
  await raw.connect()
  try {
    const cold = benchDeps(server, await loadModuleMigrations(allModules))
    const pool = poolOf(server, cold)
    const steps = createStepTable({
      workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
      files: { remove: async () => undefined },
      claim: createClaim(pool.fingerprint),
    })
    const warm: ExecuteDeps = { ...cold, steps }
    await timeRun(cold, (await createWaiting(server, { modules: CHOSEN })).runId)
    const times = {
      warm: [] as number[],
      cold: [] as number[],
      rename: [] as number[],
      build: [] as number[],
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      process.stderr.write(`pool: round ${round + 1} of ${ROUNDS}\r`)
      const startedAt = performance.now()
      await fillPool(pool, { besideRuns: true })
      times.build.push(performance.now() - startedAt)
      times.warm.push(await timeRun(warm, (await createWaiting(server, { modules: CHOSEN })).runId))
      times.cold.push(await timeRun(cold, (await createWaiting(server, { modules: CHOSEN })).runId))
      times.rename.push(await timeRename(raw))
    }
    return [...listFigures(times), ...(await measureBurst(server, { warm, pool }))]
  } finally {
    await raw.end()
    await server.close()
  }
}

function poolOf({ database }: BenchServer, { logger, blueprintOf }: ExecuteDeps): PoolDeps {
  const listSets = async () => [CHOSEN]
  const { pool } = database
  return {
    pool,
    logger,
    blueprintOf,
    listSets,
    fingerprint: codeFingerprint(blueprintOf),
    size: 1,
    fault: noFault,
  }
}

/** Milliseconds that giving a schema and a role other names takes. */
async function timeRename(raw: pg.Client): Promise<number> {
  const name = `raw_${randomUUID().replaceAll('-', '')}`
  await raw.query(`create role ${name} nologin noinherit; create schema ${name}`)
  const startedAt = performance.now()
  await raw.query(
    `begin; alter schema ${name} rename to ${name}_b; alter role ${name} rename to ${name}_b; commit`,
  )
  return performance.now() - startedAt
}

/** All at once, with as many places as a worker has; nobody fills the pool meanwhile, as a worker would not. */
async function measureBurst(
  server: BenchServer,
  { warm, pool }: { warm: ExecuteDeps; pool: PoolDeps },
): Promise<Figure[]> {
  await fillPool({ ...pool, size: 8 }, { besideRuns: true })
  const waiting: WaitingTenant[] = []
  for (let index = 0; index < BURST; index += 1)
    waiting.push(await createWaiting(server, { modules: CHOSEN }))
  const beganAt = performance.now()
  const ends: number[] = []
  let next = 0
  async function work(): Promise<void> {
    for (let run = waiting[next++]; run; run = waiting[next++]) {
      await executeRun(warm, { runId: run.runId, attempt: 1 })
      ends.push(performance.now() - beganAt)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  const ids = waiting.map(({ runId }) => runId)
  const found = await server.database.platform.provisioningRun.groupBy({
    by: ['state', 'isPrepared'],
    where: { id: { in: ids } },
    _count: true,
  })
  const count = (isPrepared: boolean) =>
    found.find((row) => row.state === 'succeeded' && row.isPrepared === isPrepared)?._count ?? 0
  return [
    plain('burst of 100, opened', {
      value: count(true) + count(false),
      unit: 'of 100',
      target: '100',
      met: count(true) + count(false) === BURST,
    }),
    plain('burst of 100, from the pool', {
      value: count(true),
      unit: 'of 8',
      target: '8',
      met: count(true) === 8,
    }),
    plain('burst of 100, until open, p50', { value: median(ends), unit: 'ms', target: '', met: true }),
    plain('burst of 100, until open, p95', {
      value: percentile(ends, 95),
      unit: 'ms',
      target: '',
      met: true,
    }),
  ]
}

function listFigures(times: Record<'warm' | 'cold' | 'rename' | 'build', number[]>): Figure[] {
  return [50, 95].flatMap((rank) => {
    const [warm, cold, rename] = [times.warm, times.cold, times.rename].map((all) => percentile(all, rank))
    return [
      plain(`warm run, p${rank}`, {
        ...{ value: warm ?? 0, floor: rename ?? null, unit: 'ms', target: '< cold / 2' },
        met: (warm ?? 0) < (cold ?? 0) / 2,
      }),
      plain(`cold run, p${rank}`, { value: cold ?? 0, unit: 'ms', target: '', met: true }),
      plain(`build of a warm schema, p${rank}`, {
        value: percentile(times.build, rank),
        unit: 'ms',
        target: '',
        met: true,
      }),
    ]
  })
}

function plain(
  name: string,
  { floor = null, ...figure }: Pick<Figure, 'value' | 'unit' | 'target' | 'met'> & { floor?: number | null },
): Figure {
  const ratio = floor === null ? null : figure.value / floor
  return { suite: 'pool', name, floor, ratio, samples: ROUNDS, ...figure }
}
