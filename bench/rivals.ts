import pg from 'pg'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { listGaps } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { buildFleet, type FleetTenant } from './fleet.ts'
import type { Figure } from './report.ts'
import { driveRival, installRivals } from './rivals/drive-rival.ts'
import { rollDown, rolloutDeps, rollUp } from './rollout/roll.ts'

const TOOLS = ['node-pg-migrate', 'knex', 'drizzle-orm']
/** What they keep in each schema. */
const LEDGERS = ['pgmigrations', 'knex_migrations', 'knex_migrations_lock', '__drizzle_migrations']

const upOf = (step: number) => `alter table pets add column rival_${step} text;
create index pets_rival_${step}_idx on pets (rival_${step});
alter table owners add column rival_${step} text;
create index owners_rival_${step}_idx on owners (rival_${step});`

/** One at a time, two at a time, and once more when nothing is left: in that order for each tool. */
const STEPS = [
  { ups: [upOf(1)], concurrency: 1 },
  { ups: [upOf(1), upOf(2)], concurrency: 2 },
  { ups: [upOf(1), upOf(2)], concurrency: 1 },
]

/** The same change of every schema by what people use from npm, per schema, and by a rollout, on the same tenants. */
export async function measure(): Promise<Figure[]> {
  await installRivals()
  const server = await startBenchServer()
  try {
    const fleet = await buildFleet(server, { count: fleetSize(200) })
    const schemas = fleet.map(({ schemaName }) => schemaName)
    const deps = await rolloutDeps(server)
    await rollDown(deps, await rollUp(deps, 4))
    const figures: Figure[] = []
    for (const tool of TOOLS) {
      const own = await timeRollouts(deps)
      const theirs = await driveRival(tool, { url: server.url, schemas, steps: STEPS })
      await cleanUp(server, fleet)
      process.stderr.write(`rivals: ${tool} ${theirs.join(' ')} s, rollouts ${own.join(' ')} s\n`)
      figures.push(...compare(tool, { own, theirs, tenants: fleet.length }))
    }
    return figures
  } finally {
    await server.close()
  }
}

/** @returns the seconds of what each step of the others is */
async function timeRollouts(deps: RolloutDeps): Promise<number[]> {
  const seconds: number[] = []
  const time = async <T>(work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now()
    const result = await work()
    seconds.push((performance.now() - startedAt) / 1000)
    return result
  }
  await rollDown(deps, await time(() => rollUp(deps, 1)))
  const second = await time(() => rollUp(deps, 2))
  await time(() => withPlatformTransaction(deps.pool, (client) => listGaps(client, deps.migrations)))
  await rollDown(deps, second)
  return seconds
}

async function cleanUp({ url }: BenchServer, fleet: readonly FleetTenant[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const { schemaName } of fleet) {
    const ledgers = LEDGERS.map((name) => `${schemaName}.${name}`).join(', ')
    const columns = 'drop column rival_1, drop column rival_2'
    await client.query(
      `drop table if exists ${ledgers}; alter table ${schemaName}.pets ${columns}; alter table ${schemaName}.owners ${columns}`,
    )
  }
  await client.end()
}

function compare(
  tool: string,
  { own, theirs, tenants }: { own: readonly number[]; theirs: readonly number[]; tenants: number },
): Figure[] {
  const at = (seconds: readonly number[], step: number) => seconds[step] ?? Number.NaN
  const rates = [0, 1].map((step) => {
    const [value, floor] = [tenants / at(own, step), tenants / at(theirs, step)]
    const ratio = value / floor
    return {
      suite: 'rivals',
      ...{ name: `${tool}, ${step + 1} at a time`, value, floor, unit: 'tenants/s', ratio },
      ...{ target: '>= 1x', met: ratio >= 1, samples: 1 },
    }
  })
  const [value, floor] = [at(own, 2) * 1000, at(theirs, 2) * 1000]
  const nothing = {
    suite: 'rivals',
    ...{ name: `${tool}, nothing to do`, value, floor, unit: 'ms', ratio: value / floor },
    ...{ target: '<= 1x', met: value <= floor, samples: 1 },
  }
  return [...rates, nothing]
}
