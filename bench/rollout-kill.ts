import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { buildFleet, type FleetTenant } from './fleet.ts'
import type { Figure } from './report.ts'
import { benchMigration, markingMigration } from './rollout/bench-migration.ts'
import { orderRollUp, rollDown, rolloutDeps } from './rollout/roll.ts'
import { countWrong } from './rollout-kill/count-wrong.ts'
import { startMigrator } from './rollout-kill/start-migrator.ts'

const KILLS = 20
/** Every third time there are two migrators, and both are killed. */
const PAIR_EVERY = 3
/** Within one tenant or two: the point at which a kill comes is by chance, in milliseconds. */
const CHANCE_MS = 20
const LAST_AFTER = 0.9

/** A rollout whose migrators are killed again and again; what counts is what is found afterwards. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const owner = new pg.Client({ connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?') })
  try {
    await owner.connect()
    const fleet = await buildFleet(server, { count: fleetSize(500) })
    await addOwners(owner, fleet)
    const deps = await rolloutDeps(server, [benchMigration, markingMigration])
    const rolloutId = await orderRollUp(deps, { concurrency: 4, waveSize: 100 })
    const startedAt = performance.now()
    const kills = await killAgainAndAgain(server, owner, { rolloutId, total: fleet.length })
    const last = await startMigrator(server.url, rolloutId)
    await last.ended
    const seconds = (performance.now() - startedAt) / 1000
    const figures = await judge(owner, { fleet, rolloutId, kills, seconds })
    await forget(owner, { deps, fleet, rolloutId })
    return figures
  } finally {
    await owner.end()
    await server.close()
  }
}

/** Each kill comes after a random number of tenants, such that the last one comes shortly before the end. */
async function killAgainAndAgain(
  { url }: BenchServer,
  owner: pg.Client,
  { rolloutId, total }: { rolloutId: string; total: number },
): Promise<number> {
  let kills = 0
  for (let round = 0; round < KILLS; round += 1) {
    const done = await countDone(owner, rolloutId)
    const share = (total * LAST_AFTER - done) / (KILLS - round)
    const until = Math.min(total - 1, done + 1 + Math.floor(Math.random() * 2 * share))
    const count = round % PAIR_EVERY === PAIR_EVERY - 1 ? 2 : 1
    const migrators = await Promise.all(Array.from({ length: count }, () => startMigrator(url, rolloutId)))
    while ((await countDone(owner, rolloutId)) < until) await sleep(2)
    await sleep(Math.random() * CHANCE_MS)
    await Promise.all(migrators.map(({ kill }) => kill()))
    const reached = await countDone(owner, rolloutId)
    if (reached < total) kills += 1
    process.stderr.write(`rollout-kill: kill ${round + 1} of ${count} at tenant ${reached} of ${total}\n`)
  }
  return kills
}

async function countDone(owner: pg.Client, rolloutId: string): Promise<number> {
  const { rows } = await owner.query<{ done: number }>(
    `select count(*)::int as done from platform.rollout_tenants where rollout_id = $1 and state <> 'pending'`,
    [rolloutId],
  )
  return rows[0]?.done ?? 0
}

type Ended = { fleet: readonly FleetTenant[]; rolloutId: string; kills: number; seconds: number }

async function judge(owner: pg.Client, { fleet, rolloutId, kills, seconds }: Ended): Promise<Figure[]> {
  const names = [benchMigration.name, markingMigration.name]
  const wrong = await countWrong(owner, { fleet, names })
  const { rows } = await owner.query<{ unfinished: number }>(
    `select count(*) filter (where t.state <> 'succeeded' or cardinality(t.done) <> 2)::int
            + (max(r.state) <> 'succeeded')::int as unfinished
     from platform.rollout_tenants t join platform.rollouts r on r.id = t.rollout_id where r.id = $1`,
    [rolloutId],
  )
  const none = (name: string, value: number): Figure => ({
    suite: 'rollout-kill',
    ...{ name, value, unit: 'tenants', floor: null, ratio: null },
    ...{ target: '0', met: value === 0, samples: fleet.length },
  })
  return [
    {
      suite: 'rollout-kill',
      ...{ name: 'kills while tenants were left', value: kills, unit: 'kills', floor: null, ratio: null },
      ...{ target: `${KILLS}`, met: kills === KILLS, samples: KILLS },
    },
    none('left undone, or not told', rows[0]?.unfinished ?? fleet.length),
    none('wrong in the ledger', wrong.ledger),
    none('wrong in the catalog', wrong.catalog),
    none('applied twice, or not at all', wrong.rows),
    {
      suite: 'rollout-kill',
      ...{ name: 'from order to end', value: seconds, unit: 's', floor: null, ratio: null },
      ...{ target: 'none', met: true, samples: 1 },
    },
  ]
}

async function addOwners(owner: pg.Client, fleet: readonly FleetTenant[]): Promise<void> {
  for (const { tenantId, schemaName } of fleet) {
    await owner.query(
      `insert into ${schemaName}.owners (id, tenant_id, name) values (gen_random_uuid(), '${tenantId}', 'Bench')`,
    )
  }
}

/** A fleet that is kept is left as it was. */
async function forget(
  owner: pg.Client,
  { deps, fleet, rolloutId }: { deps: RolloutDeps; fleet: readonly FleetTenant[]; rolloutId: string },
): Promise<void> {
  await rollDown(deps, rolloutId)
  for (const { schemaName } of fleet)
    await owner.query(`delete from ${schemaName}.owners where name = 'Bench'`)
}
