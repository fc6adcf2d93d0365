import pg from 'pg'
import { modules } from '#src/modules/registry.ts'
import { checkDrift } from '#src/provisioning/server/drift/check-drift.ts'
import type { GoldenDeps } from '#src/provisioning/server/drift/golden.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { startBenchServer } from './bench-server.ts'
import { fleetSize } from './fleet-size.ts'
import { buildFleet } from './fleet.ts'
import { median, type Figure } from './report.ts'

const ROUNDS = 5
/** The catalogs that a check reads. */
const CATALOGS = [
  'pg_class',
  'pg_attribute',
  'pg_attrdef',
  'pg_constraint',
  'pg_index',
  'pg_policy',
  'pg_trigger',
  'pg_shdepend',
]
const MIB = 1024 ** 2

/** A check of all tenants against its floor: every row of the same catalogs, hashed once, each table by a bare scan. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  try {
    const fleet = await buildFleet(server, { count: fleetSize(200) })
    const migrations = await loadModuleMigrations(modules)
    const deps = {
      pool: server.database.pool,
      migrations,
      blueprintOf: createBlueprintOf(modules, migrations),
    }
    const bare = new pg.Client({ connectionString: server.url })
    await bare.connect()
    await bare.query('set statement_timeout to 0; set jit to off')
    await scan(bare)
    await check(deps)
    const [checks, floors, heaps]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(await scan(bare))
      const before = process.memoryUsage().rss
      checks.push(await check(deps))
      heaps.push(Math.max(0, process.memoryUsage().rss - before) / MIB)
      process.stderr.write(`drift: round ${round + 1} of ${ROUNDS}\n`)
    }
    // A difference everywhere is the worst case: nobody is like the golden any more.
    const tables = fleet.map(({ schemaName }) => `alter table ${schemaName}.pets no force row level security`)
    for (const sql of tables) await bare.query(sql)
    const everywhere = await timed(() => checkDrift(deps))
    const named = everywhere.value.reports.filter(({ tenantId }) => tenantId !== null).length
    for (const { schemaName } of fleet)
      await bare.query(`alter table ${schemaName}.pets force row level security`)
    await bare.end()
    if (named !== fleet.length) throw new Error(`${named} of ${fleet.length} differences were named.`)
    const took = median(checks)
    return [
      figure(`${fleet.length} tenants`, { value: took, floor: median(floors), unit: 'ms', limit: 4 }),
      figure('per tenant', { value: took / fleet.length, unit: 'ms', limit: 4 }),
      figure('one difference in each', { value: everywhere.ms, floor: took, unit: 'ms', limit: 5 }),
      figure('memory of the process', { value: median(heaps), unit: 'MiB', limit: 64 }),
    ]
  } finally {
    await server.close()
  }
}

async function check(deps: GoldenDeps): Promise<number> {
  const { ms, value } = await timed(() => checkDrift(deps))
  const [first] = value.reports
  if (first) throw new Error(`Drift in a new fleet: ${JSON.stringify(first)}`)
  return ms
}

async function scan(client: pg.Client): Promise<number> {
  const { ms } = await timed(async () => {
    for (const catalog of CATALOGS) {
      await client.query(`select bit_xor(hashtextextended(row::text, 0)) from pg_catalog.${catalog} row`)
    }
  })
  return ms
}

async function timed<T>(body: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now()
  const value = await body()
  return { ms: performance.now() - startedAt, value }
}

function figure(
  name: string,
  { value, floor = null, unit, limit }: { value: number; floor?: number | null; unit: string; limit: number },
): Figure {
  const ratio = floor === null ? null : value / floor
  const target = floor === null ? `<= ${limit} ${unit}` : `<= ${limit}x`
  const met = (ratio ?? value) <= limit
  return { suite: 'drift', name, value, unit, floor, ratio, target, met, samples: ROUNDS }
}
