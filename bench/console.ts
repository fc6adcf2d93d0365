import { loadavg } from 'node:os'
import pg from 'pg'
import { seedFleet } from '#src/admin/server/tenants/testing/seed-fleet.ts'
import { listTenants } from '#src/admin/server/tenants/tenant-list.service.ts'
import { tenantListInput } from '#src/admin/tenant-list.ts'
import { createPlatformAdmin } from '#src/auth/server/platform-admin.service.ts'
import { signInOutput } from '#src/auth/server/sign-in-answer.ts'
import { openStatement } from '#src/db/server/connection-scope.ts'
import type { Database } from '#src/db/server/database.ts'
import type { RunQuery, Statement } from '#src/db/server/run-query.ts'
import { platformScope } from '#src/db/server/tenant-scope.ts'
import { createTestClient } from '#src/server/testing/test-client.ts'
import { startBenchServer } from './bench-server.ts'
import { forkServer } from './list/fork-server.ts'
import { get, type Load } from './list/load.ts'
import { percentile, type Figure } from './report.ts'

const TENANTS = 10_000
const LIMIT = 20
const ROUNDS = 60
const WARM_UP = 10
const TARGET_MS = 100

/** What people do with the table of tenants. */
const questions: readonly { name: string; asked: Record<string, string> }[] = [
  { name: 'first page', asked: {} },
  { name: 'by name', asked: { sort: 'businessName' } },
  { name: 'by three fields', asked: { sort: 'plan,status,-createdAt' } },
  { name: 'by size of the team', asked: { sort: '-people' } },
  { name: 'status and plan', asked: { status: 'active', plan: 'pro' } },
  { name: 'module', asked: { module: 'lettings', sort: 'businessName' } },
  { name: 'search, one hit', asked: { q: 'tenant-07321' } },
  { name: 'search, every tenant', asked: { q: 'tenant' } },
  { name: 'page 500', asked: { page: '500' } },
  { name: 'page 500 by name', asked: { page: '500', sort: 'businessName' } },
]

/**
 * The table of 10,000 tenants with 50,000 people: rows of the control plane alone, since the list reads nothing else.
 * Over HTTP and signed in, one call at a time, beside the same statements by the bare driver.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const inspector = new pg.Client({
    connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?'),
  })
  const driver = new pg.Client({ connectionString: server.url, pipeline: true })
  await Promise.all([inspector.connect(), driver.connect()])
  await seedFleet((sql, values) => inspector.query(sql, values), TENANTS)
  const product = await forkServer('product', [server.url])
  try {
    const token = await signIn(server.database, product.port)
    const headers = { host: 'berth.localhost', authorization: `Bearer ${token}` }
    const figures: Figure[] = []
    for (const { name, asked } of questions) {
      const query = { limit: String(LIMIT), ...asked }
      const path = `/api/v1/admin/tenants?${new URLSearchParams(query).toString()}`
      const statements = await listStatements(server.database, query)
      console.log(`\n${name}\n${(await explain(driver, statements)).join('\n')}`)
      figures.push(
        ...(await compare(name, { load: { port: product.port, path, headers }, driver, statements })),
      )
    }
    const load = loadavg().map((average) => average.toFixed(1))
    console.log(`\nLoad of the machine: ${load.join(', ')}`)
    return figures
  } finally {
    product.stop()
    await Promise.all([inspector.end(), driver.end()])
    await server.close()
  }
}

async function signIn(database: Database, port: number): Promise<string> {
  const { email, password } = await createPlatformAdmin(database.platform, {
    email: 'bench@berth.test',
    fullName: 'Bench',
  })
  const login = await createTestClient(port).call('POST', '/api/v1/auth/login', {
    body: { email, password },
  })
  return signInOutput.parse(login.body).accessToken
}

/** What the product asks the database for one page. */
async function listStatements(database: Database, asked: Record<string, string>): Promise<Statement[]> {
  const statements: Statement[] = []
  const platformQuery: RunQuery = (statement) => {
    statements.push(statement)
    return database.platformQuery(statement)
  }
  await listTenants({ platformQuery }, tenantListInput.parse(asked))
  return statements
}

type Contest = { load: Load; driver: pg.Client; statements: readonly Statement[] }

async function compare(name: string, { load, driver, statements }: Contest): Promise<Figure[]> {
  const times = { product: [] as number[], bare: [] as number[] }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const product = await timeOf(() => get(load))
    const bare = await timeOf(() => runAll(driver, statements))
    if (round < 0) continue
    times.product.push(product)
    times.bare.push(bare)
  }
  return [50, 95].map((rank) => {
    const [value, floor] = [percentile(times.product, rank), percentile(times.bare, rank)]
    const met = rank === 50 || value < TARGET_MS
    const target = rank === 95 ? `< ${TARGET_MS} ms` : 'shown'
    return {
      ...{ suite: 'console', name: `${name}, p${rank}`, value, unit: 'ms', floor, ratio: floor / value },
      ...{ target, met, samples: ROUNDS },
    }
  })
}

async function runAll(driver: pg.Client, statements: readonly Statement[]): Promise<void> {
  await Promise.all([
    driver.query(openStatement(platformScope())),
    ...statements.map(({ text, values }) => driver.query(text, [...values])),
    driver.query('commit'),
  ])
}

/** The plans, and how long each took. */
async function explain(driver: pg.Client, statements: readonly Statement[]): Promise<string[]> {
  await driver.query(openStatement(platformScope()))
  const lines: string[] = []
  for (const { text, values } of statements) {
    const { rows } = await driver.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [
      ...values,
    ])
    lines.push(...rows.map((row) => `  ${row['QUERY PLAN']}`), '')
  }
  await driver.query('commit')
  return lines
}

/** Milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
