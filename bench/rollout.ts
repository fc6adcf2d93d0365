import pg from 'pg'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { rolloutSettings } from '#src/provisioning/rollout.ts'
import { executeRollout } from '#src/provisioning/server/rollout/execute-rollout.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { startRollDown, startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { buildFleet, type FleetTenant } from './fleet.ts'
import { median, type Figure } from './report.ts'
import { benchMigration, loadBenchMigrations } from './rollout/bench-migration.ts'
import { takeTurns } from './rollout/take-turns.ts'

const ROUNDS = 3
const CONCURRENCY = [1, 2, 4]
const TARGET = 0.7

/** A rollout, from its order to its end, against a loop that sends the same statements to each schema, and nothing else. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  try {
    const fleet = await buildFleet(server, { count: fleetSize(200) })
    const deps = await rolloutDeps(server)
    await rollDown(deps, await rollUp(deps, 4))
    const figures: Figure[] = []
    for (const concurrency of CONCURRENCY) figures.push(await compare(server, deps, { fleet, concurrency }))
    return figures
  } finally {
    await server.close()
  }
}

async function compare(
  server: BenchServer,
  deps: RolloutDeps,
  { fleet, concurrency }: { fleet: readonly FleetTenant[]; concurrency: number },
): Promise<Figure> {
  const rates: number[] = []
  const floors: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(fleet.length / (await runRaw(server, fleet, concurrency)))
    const startedAt = performance.now()
    const rolloutId = await rollUp(deps, concurrency)
    rates.push(fleet.length / ((performance.now() - startedAt) / 1000))
    await rollDown(deps, rolloutId)
    process.stderr.write(
      `rollout: ${concurrency} at a time, round ${round + 1}: ${rates.at(-1)?.toFixed(0)} tenants/s, raw ${floors.at(-1)?.toFixed(0)}\n`,
    )
  }
  const [value, floor] = [median(rates), median(floors)]
  return {
    suite: 'rollout',
    name: `${fleet.length} tenants, ${concurrency} at a time`,
    ...{ value, floor, unit: 'tenants/s', ratio: value / floor },
    ...{ target: `>= ${TARGET}x`, met: value / floor >= TARGET, samples: ROUNDS },
  }
}

export async function rolloutDeps({ database }: BenchServer): Promise<RolloutDeps> {
  const migrations = await loadBenchMigrations()
  return {
    pool: database.pool,
    logger: createLogger({ level: 'warn' }),
    migrations,
    blueprintOf: createBlueprintOf(modules, migrations),
  }
}

const ORDER = { actor: systemActor(), queue: false }

export async function rollUp(deps: RolloutDeps, concurrency: number): Promise<string> {
  const settings = rolloutSettings.parse({ concurrency })
  const rolloutId = await startRollUp(deps.pool, { ...ORDER, migrations: deps.migrations, settings })
  if (rolloutId === null) throw new Error('There was nothing to roll out.')
  await executeRollout(deps, rolloutId)
  return rolloutId
}

export async function rollDown(deps: RolloutDeps, rolloutId: string): Promise<void> {
  const { migrations } = deps
  const settings = rolloutSettings.parse({})
  const back = await startRollDown(deps.pool, { ...ORDER, migrations, settings, target: { rolloutId } })
  if (back !== null) await executeRollout(deps, back)
}

/** The floor, in seconds: one message per schema, over as many open connections. What it made is removed again, unmeasured. */
export async function runRaw(
  { url }: BenchServer,
  fleet: readonly FleetTenant[],
  concurrency: number,
): Promise<number> {
  const clients = Array.from({ length: concurrency }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const send = (sql: string) =>
    takeTurns(clients, fleet, (client, { schemaName }) =>
      client.query(`begin; set local search_path to ${schemaName}, pg_temp; ${sql}; commit`),
    )
  const startedAt = performance.now()
  await send(benchMigration.up)
  const seconds = (performance.now() - startedAt) / 1000
  await send(benchMigration.down)
  await Promise.all(clients.map((client) => client.end()))
  return seconds
}
