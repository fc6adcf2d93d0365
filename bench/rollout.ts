import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { buildFleet, type FleetTenant } from './fleet.ts'
import { median, type Figure } from './report.ts'
import { rollDown, rolloutDeps, rollUp } from './rollout/roll.ts'
import { runRaw } from './rollout/run-raw.ts'

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
