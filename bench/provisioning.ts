import pg from 'pg'
import { modules } from '#src/modules/registry.ts'
import type { ExecuteDeps } from '#src/provisioning/server/execute-steps.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { benchDeps, createWaiting, timeRun } from './build-tenant.ts'
import { buildRaw } from './raw-tenant.ts'
import { median, percentile, type Figure } from './report.ts'

const ROUNDS = 40
const PARALLEL = 8
const PARALLEL_ROUNDS = 5
/** All modules: a schema of the size the product really has. */
const chosen = modules.map(({ id }) => id)

/**
 * A run against its floor: the very DDL of the tenant (schema, tables, indexes, row level security, grants,
 * role) sent in one transaction on one open connection. Both take turns, so that noise meets both.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  try {
    const migrations = await loadModuleMigrations(modules)
    const deps = benchDeps(server, migrations)
    const ddl = chosen.flatMap((id) => migrations.get(id) ?? [])
    const raw = new pg.Client({ connectionString: server.url })
    await raw.connect()
    await runOnce(server, deps)
    await buildRaw(raw, ddl)

    const runs: number[] = []
    const floors: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(await buildRaw(raw, ddl))
      runs.push(await runOnce(server, deps))
    }
    const parallel: number[] = []
    const serialRaw: number[] = []
    for (let round = 0; round < PARALLEL_ROUNDS; round += 1) {
      serialRaw.push(await throughput(PARALLEL, () => buildRaw(raw, ddl), false))
      const waiting = await Promise.all(
        Array.from({ length: PARALLEL }, () => createWaiting(server, { modules: chosen })),
      )
      parallel.push(await throughput(PARALLEL, (index) => timeRun(deps, waiting[index]?.runId ?? ''), true))
    }
    await raw.end()
    return [
      figure('run, p50', {
        value: median(runs),
        floor: median(floors),
        unit: 'ms',
        limit: 1.5,
        samples: ROUNDS,
      }),
      figure('run, p95', {
        value: percentile(runs, 95),
        floor: percentile(floors, 95),
        unit: 'ms',
        limit: 1.5,
        samples: ROUNDS,
      }),
      throughputFigure(median(parallel), median(serialRaw)),
    ]
  } finally {
    await server.close()
  }
}

async function runOnce(server: BenchServer, deps: ExecuteDeps): Promise<number> {
  const { runId } = await createWaiting(server, { modules: chosen })
  return timeRun(deps, runId)
}

async function throughput(
  count: number,
  work: (index: number) => Promise<unknown>,
  atOnce: boolean,
): Promise<number> {
  const startedAt = performance.now()
  if (atOnce) await Promise.all(Array.from({ length: count }, (_, index) => work(index)))
  else for (let index = 0; index < count; index += 1) await work(index)
  return count / ((performance.now() - startedAt) / 1000)
}

function figure(
  name: string,
  {
    value,
    floor,
    unit,
    limit,
    samples,
  }: { value: number; floor: number; unit: string; limit: number; samples: number },
): Figure {
  const ratio = value / floor
  return {
    suite: 'provisioning',
    name,
    value,
    unit,
    floor,
    ratio,
    target: `<= ${limit}x`,
    met: ratio <= limit,
    samples,
  }
}

function throughputFigure(value: number, floor: number): Figure {
  const ratio = value / floor
  return {
    suite: 'provisioning',
    name: `${PARALLEL} at once`,
    value,
    unit: 'tenants/s',
    floor,
    ratio,
    target: '>= 0.7x',
    met: ratio >= 0.7,
    samples: PARALLEL_ROUNDS,
  }
}
