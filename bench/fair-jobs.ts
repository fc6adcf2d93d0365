import pg from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { startWorker } from '#src/jobs/server/runner.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { executeRunTask } from '#src/provisioning/server/run.tasks.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { newId } from '#src/shared/ids.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { benchDeps, createWaiting } from './build-tenant.ts'
import { median, percentile, type Figure } from './report.ts'

const ROUNDS = 6
/** Runs, and jobs of another tenant, in each half of a round. */
const PER_HALF = 8
const FLOOD = 5_000
/** Jobs that stand in the one line that all share, and before everything else. */
const UNFAIR_FLOOD = 1_000
const UNFAIR_RUNS = 2
/** A job of the flood: a document of half a page. */
const JOB_WAIT_MS = 5
const JOB_WORK_MS = 2
const FLOOD_TASK = 'record.bench-flood'
const OTHER_TASK = 'record.bench-other'

type Bench = {
  server: BenchServer
  watcher: pg.Client
  /** called with the record of a job of the other tenant as soon as that is begun */
  begun: Map<string, () => void>
  floodDone: () => number
}

/**
 * How long others wait while one tenant has thousands of jobs in the queue: the building of a new tenant, and a job of
 * another one. Alone and beside the flood take turns, on the product's own worker.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const watcher = new pg.Client({ connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?') })
  await watcher.connect()
  const begun: Bench['begun'] = new Map()
  let done = 0
  const bench: Bench = { server, watcher, begun, floodDone: () => done }
  const tasks = await listBenchTasks(bench, () => (done += 1))
  const worker = await startWorker(server.database.pool, { tasks, logger: createLogger({ level: 'silent' }) })
  try {
    await measureHalf(bench)
    const alone: Half[] = []
    const beside: Half[] = []
    const rates: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`)
      alone.push(await measureHalf(bench))
      await flood(bench, FLOOD)
      const [startedAt, before] = [performance.now(), bench.floodDone()]
      beside.push(await measureHalf(bench))
      rates.push(((bench.floodDone() - before) / (performance.now() - startedAt)) * 1_000)
      await drain(bench)
    }
    const unfair = await measureUnfair(bench)
    return listFigures({ alone: join(alone), beside: join(beside), rates, unfair })
  } finally {
    await worker.stop()
    await watcher.end()
    await server.close()
  }
}

async function listBenchTasks({ server, begun }: Bench, noteFlood: () => void): Promise<Task[]> {
  const deps = benchDeps(server, await loadModuleMigrations(modules))
  return [
    implementTask(executeRunTask, (payload) => executeRun(deps, payload)),
    {
      name: FLOOD_TASK,
      handle: async () => {
        await server.database.pool.query('select pg_sleep($1)', [JOB_WAIT_MS / 1_000])
        const until = performance.now() + JOB_WORK_MS
        while (performance.now() < until);
        noteFlood()
      },
    },
    { name: OTHER_TASK, handle: async (payload) => begun.get(JSON.stringify(payload))?.() },
  ]
}

type Half = { runs: number[]; jobs: number[] }

async function measureHalf(bench: Bench): Promise<Half> {
  const half: Half = { runs: [], jobs: [] }
  for (let index = 0; index < PER_HALF; index += 1) {
    half.runs.push(await timeRun(bench))
    half.jobs.push(await timeJob(bench))
  }
  return half
}

/** From the commit that queues a run until its tenant is open, in milliseconds. */
async function timeRun({ server, watcher }: Bench): Promise<number> {
  const { runId } = await createWaiting(server, { modules: ['pet-care'] })
  const startedAt = performance.now()
  for (;;) {
    const { rows } = await watcher.query<{ state: string }>(
      'select state from platform.provisioning_runs where id = $1',
      [runId],
    )
    if (rows[0]?.state === 'succeeded') return performance.now() - startedAt
    if (rows[0]?.state === 'failed') throw new Error('A run failed.')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** From the commit that queues a job of another tenant until it is begun, in milliseconds. */
async function timeJob({ server, begun }: Bench): Promise<number> {
  const payload = JSON.stringify({ id: newId() })
  const start = new Promise<void>((resolve) => begun.set(payload, resolve))
  await withPlatformTransaction(server.database.pool, (client) =>
    client.query('select platform.enqueue_tenant_job($1, $2, null, $3)', [OTHER_TASK, payload, newId()]),
  )
  const startedAt = performance.now()
  await start
  begun.delete(payload)
  return performance.now() - startedAt
}

async function flood({ server }: Bench, count: number): Promise<void> {
  await withPlatformTransaction(server.database.pool, (client) =>
    client.query(
      `select count(platform.enqueue_tenant_job($1, '{}', null, $2)) from generate_series(1, $3)`,
      [FLOOD_TASK, newId(), count],
    ),
  )
}

async function drain({ watcher }: Bench): Promise<void> {
  await watcher.query('delete from graphile_worker._private_jobs where locked_by is null')
}

/** Work that does not take turns and has every place but those that are kept. */
async function measureUnfair(bench: Bench): Promise<number[]> {
  const runs: number[] = []
  for (let index = 0; index < UNFAIR_RUNS; index += 1) {
    await bench.watcher.query(
      'select count(graphile_worker.add_job($1, priority => -20)) from generate_series(1, $2)',
      [FLOOD_TASK, UNFAIR_FLOOD],
    )
    runs.push(await timeRun(bench))
    await drain(bench)
  }
  return runs
}

function join(halves: readonly Half[]): Half {
  return { runs: halves.flatMap(({ runs }) => runs), jobs: halves.flatMap(({ jobs }) => jobs) }
}

type Measured = { alone: Half; beside: Half; rates: number[]; unfair: number[] }

function listFigures({ alone, beside, rates, unfair }: Measured): Figure[] {
  const shared = { suite: 'fair-jobs', unit: 'ms', samples: beside.runs.length }
  const compare = (name: string, value: number, floor: number): Figure => {
    return { ...shared, name, value, floor, ratio: value / floor, target: 'shown', met: true }
  }
  const below = (limit: number, figure: Figure): Figure => {
    return { ...figure, target: `< ${limit}x`, met: (figure.ratio ?? 0) < limit }
  }
  const shown = (name: string, value: number, unit: string): Figure => {
    return { ...shared, name, value, unit, floor: null, ratio: null, target: 'shown', met: true }
  }
  const [alone95, beside95] = [alone, beside].map(({ runs }) => percentile(runs, 95))
  return [
    compare('queued to open tenant beside a flood, p50', median(beside.runs), median(alone.runs)),
    below(1.2, compare('queued to open tenant beside a flood, p95', beside95 ?? 0, alone95 ?? 0)),
    compare("another tenant's job until it is begun, p50", median(beside.jobs), median(alone.jobs)),
    compare(
      "another tenant's job until it is begun, p95",
      percentile(beside.jobs, 95),
      percentile(alone.jobs, 95),
    ),
    shown('jobs of the flood done meanwhile', median(rates), '/s'),
    shown('queued to open tenant while all places but those kept for it are taken', median(unfair), 'ms'),
  ]
}
