import pg from 'pg'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { rolloutSettings } from '#src/provisioning/rollout.ts'
import type { FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { listGaps } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import { startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { addPlanned, removePlanned } from './no-op/add-planned.ts'
import { median, type Figure } from './report.ts'
import { benchMigration, loadBenchMigrations } from './rollout/bench-migration.ts'

const ROUNDS = 7
const SHARES = [0.01, 0.1, 1, 2]
const LIMIT_MS = 1_000
/** Beyond these the growth is shown, and no more is asked. */
const LIMIT_TENANTS = 5_000

/** How long it takes to find that there is nothing to do, and what there is to do when all lack something. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const owner = new pg.Client({ connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?') })
  try {
    await owner.connect()
    const present = await loadBenchMigrations([])
    const newer = await loadBenchMigrations([benchMigration])
    const figures: Figure[] = []
    for (const share of SHARES) {
      const count = Math.max(1, Math.round(fleetSize(5_000) * share))
      await addPlanned(owner, { count, migrations: present })
      figures.push(
        await time('nothing to do', count, () => orderNothing(server, present)),
        await time('all lack one migration', count, () => plan(server, newer)),
      )
      process.stderr.write(`no-op: ${count} tenants\n`)
    }
    return figures
  } finally {
    await removePlanned(owner)
    await owner.end()
    await server.close()
  }
}

/** What `berth migrations up` does when every tenant is up to date. */
async function orderNothing({ database }: BenchServer, migrations: FleetMigrations): Promise<void> {
  const settings = rolloutSettings.parse({})
  const order = { migrations, settings, actor: systemActor(), queue: false }
  if ((await startRollUp(database.pool, order)) !== null) throw new Error('There was something to do.')
}

/** What `berth migrations plan` asks. */
async function plan({ database }: BenchServer, migrations: FleetMigrations): Promise<void> {
  const gaps = await withPlatformTransaction(database.pool, (client) => listGaps(client, migrations))
  if (gaps.length === 0) throw new Error('Nobody lacked anything.')
}

async function time(what: string, count: number, work: () => Promise<void>): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  const value = median(times)
  return {
    suite: 'no-op',
    ...{ name: `${what}, ${count} tenants`, value, unit: 'ms', floor: null, ratio: null },
    target: count > LIMIT_TENANTS ? 'none' : `< ${LIMIT_MS} ms`,
    ...{ met: count > LIMIT_TENANTS || value < LIMIT_MS, samples: ROUNDS },
  }
}
