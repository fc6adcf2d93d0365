import pg from 'pg'
import type { Migration } from '#src/db/server/migration-files.ts'
import { modules } from '#src/modules/registry.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { benchDeps, createWaiting, timeRun } from '../build-tenant.ts'
import { buildRaw } from '../raw-tenant.ts'
import { percentile, type Figure } from '../report.ts'
import { compare, type Side, type Sides } from './side.ts'

const ROUNDS = 40
/** What a fleet has. */
const CHOSEN = ['pet-care']
const P95_LIMIT = 1.25

type Times = { runs: number[]; raws: number[] }

/** Building one more tenant, beside the bare DDL of it, on both servers in turn. */
export async function measureProvisioning({ few, many }: Sides): Promise<Figure[]> {
  const migrations = await loadModuleMigrations(modules)
  const [small, large] = await Promise.all([few, many].map((side) => openBuilder(side, migrations)))
  if (!small || !large) throw new Error('There are two sides.')
  for (let round = -3; round < ROUNDS; round += 1) {
    await small.build(round >= 0)
    await large.build(round >= 0)
  }
  await Promise.all([small.close(), large.close()])
  return [50, 95].flatMap((rank) => {
    const [fewRuns, manyRuns] = [percentile(small.times.runs, rank), percentile(large.times.runs, rank)]
    const [fewRaw, manyRaw] = [percentile(small.times.raws, rank), percentile(large.times.raws, rank)]
    const limit = rank === 95 ? { limit: P95_LIMIT } : {}
    const shared = { unit: 'ms', samples: ROUNDS }
    return [
      compare(`provisioning, p${rank}`, { few: fewRuns, many: manyRuns, ...shared, ...limit }),
      compare(`bare DDL, p${rank}`, { few: fewRaw, many: manyRaw, ...shared }),
      ratio(`provisioning against bare DDL, p${rank}`, fewRuns / fewRaw, manyRuns / manyRaw),
    ]
  })
}

function ratio(name: string, few: number, many: number): Figure {
  return compare(name, { few, many, unit: 'x', samples: ROUNDS })
}

async function openBuilder({ server }: Side, migrations: ReadonlyMap<string, readonly Migration[]>) {
  const deps = benchDeps(server, migrations)
  const ddl = CHOSEN.flatMap((id) => migrations.get(id) ?? [])
  const raw = new pg.Client({ connectionString: server.url })
  await raw.connect()
  const times: Times = { runs: [], raws: [] }
  return {
    times,
    build: async (isMeasured: boolean) => {
      const rawMs = await buildRaw(raw, ddl)
      const { runId } = await createWaiting(server, { modules: CHOSEN })
      const runMs = await timeRun(deps, runId)
      if (!isMeasured) return
      times.raws.push(rawMs)
      times.runs.push(runMs)
    },
    close: async () => {
      await dropRaw(raw)
      await raw.end()
    },
  }
}

/** A kept fleet shall be what it was; each schema in a transaction of its own, for the sake of locks. */
async function dropRaw(raw: pg.Client): Promise<void> {
  const { rows } = await raw.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname like 'raw\\_%'`,
  )
  for (const { name } of rows) await raw.query(`drop schema ${name} cascade; drop role ${name}`)
}
