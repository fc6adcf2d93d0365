import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Migration } from '#src/db/server/migration-files.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import type { ExecuteDeps } from '#src/provisioning/server/execute-steps.ts'
import { createStepTable } from '#src/provisioning/server/run-steps.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { noFault } from '#src/provisioning/server/fault.ts'
import { startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps } from '#src/provisioning/server/step-estimate.repository.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { newId } from '#src/shared/ids.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
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
      const waiting = await Promise.all(Array.from({ length: PARALLEL }, () => createWaiting(server)))
      parallel.push(await throughput(PARALLEL, (index) => execute(deps, waiting[index] ?? ''), true))
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

function benchDeps(
  { database }: BenchServer,
  migrations: ReadonlyMap<string, readonly Migration[]>,
): ExecuteDeps {
  return {
    pool: database.pool,
    logger: createLogger({ level: 'silent' }),
    steps: createStepTable({
      workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
      files: { remove: async () => undefined },
    }),
    blueprintOf: createBlueprintOf(modules, migrations),
    fault: noFault,
  }
}

async function createWaiting({ database }: BenchServer): Promise<string> {
  const tenantId = newId()
  const short = tenantId.replaceAll('-', '')
  const estimate = await estimateSteps(database.platform, 'create-tenant')
  return database.platform.$transaction(async (tx) => {
    await tx.tenant.create({
      data: {
        id: tenantId,
        subdomain: `b-${randomUUID().slice(0, 13)}`,
        businessName: 'Bench',
        industry: 'pet-care',
        timezone: 'UTC',
        currency: 'EUR',
        plan: 'free',
        status: 'provisioning',
        schemaName: `t_${short}`,
        roleName: `berth_t_${short}`,
      },
    })
    return startRun(tx, {
      tenantId,
      kind: 'create-tenant',
      input: { modules: chosen, services: [] },
      requestId: 'bench',
      estimate,
    })
  })
}

async function execute(deps: ExecuteDeps, runId: string): Promise<number> {
  const startedAt = performance.now()
  await executeRun(deps, { runId, attempt: 1 })
  return performance.now() - startedAt
}

async function runOnce(server: BenchServer, deps: ExecuteDeps): Promise<number> {
  return execute(deps, await createWaiting(server))
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
