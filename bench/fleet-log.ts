import { createSecretKey, randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import pg from 'pg'
import { verifyLogs } from '#src/admin/server/audit/verify-logs.service.ts'
import type { ConsoleAuditFilters } from '#src/admin/audit-log.ts'
import { listConsoleLog } from '#src/admin/server/audit/console-log.service.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { startBenchServer } from './bench-server.ts'
import { seedEntries, seedTenants } from './fleet-log/seed.ts'
import { percentile, type Figure } from './report.ts'

const ENTRIES = 1_000_000
/** Entries with links; the others have none, which lists do not look at. */
const CHAINED = 50_000
const ROUNDS = 30
const TARGET_MS = 100

type Question = [name: string, asked: ConsoleAuditFilters & { page?: number }]

/** The log of 1,000 tenants with a million entries, as the console asks for it, one call at a time. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const owner = new pg.Client({ connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?') })
  try {
    await owner.connect()
    await seedTenants(owner)
    await seedEntries(owner, { from: 1, to: CHAINED, total: ENTRIES })
    const { platform } = server.database
    const figures = [await measureProof(platform)]
    await owner.query('alter table platform.audit_log disable trigger user')
    await seedEntries(owner, { from: CHAINED + 1, to: ENTRIES, total: ENTRIES })
    await owner.query('vacuum analyze platform.audit_log, platform.users, platform.tenants')
    for (const question of await listQuestions(owner)) figures.push(...(await ask(platform, question)))
    console.log(
      `Load of the machine: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}`,
    )
    return figures
  } finally {
    await owner.end()
    await server.close()
  }
}

async function listQuestions(owner: pg.Client): Promise<Question[]> {
  const { rows } = await owner.query<{ tenant_id: string; actor_id: string }>(
    'select tenant_id, actor_id from platform.audit_log where tenant_id is not null limit 1',
  )
  const { tenant_id: tenantId, actor_id: actorId } = rows[0] ?? {}
  return [
    ['first page', {}],
    ['page 500', { page: 500 }],
    ['one tenant', { tenantId }],
    ['one person', { actorId }],
    ['a frequent action', { action: 'pets.' }],
    ['one action in a thousand', { action: 'auth.sign_in_failed' }],
    ['an action that never was', { action: 'features.' }],
    ['one kind of record', { resourceType: 'owners' }],
    ['one record', { resourceType: 'pets', resourceId: 'record-77' }],
    ['one day', { from: '2026-01-02', to: '2026-01-02' }],
    ['a rare word', { q: 'pomeranian' }],
    ['a word of 6 in 10 entries', { q: 'pets' }],
    ['two frequent words', { q: 'rex owners' }],
    ['two frequent words that never meet', { q: 'owners auth' }],
    ['a word that never was', { q: 'zebra' }],
    ['an e-mail address', { q: 'person-3@bench-77.test' }],
    ['a frequent word of one tenant', { q: 'pets', tenantId }],
  ]
}

async function ask(db: PlatformDb, [name, asked]: Question): Promise<Figure[]> {
  const times: number[] = []
  for (let round = -3; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await listConsoleLog(db, { page: 1, limit: 20, ...asked })
    if (round >= 0) times.push(performance.now() - startedAt)
  }
  return [50, 95].map((rank) => {
    const value = percentile(times, rank)
    const shown = { suite: 'fleet-log', floor: null, ratio: null, unit: 'ms', samples: ROUNDS }
    return { ...shown, name: `${name}, p${rank}`, value, target: `< ${TARGET_MS} ms`, met: value < TARGET_MS }
  })
}

/** Waits until all logs are checked. */
async function measureProof(db: PlatformDb): Promise<Figure> {
  const sealKey = createSecretKey(randomBytes(32))
  const startedAt = performance.now()
  let after: string | undefined
  let count = 0
  do {
    const { proofs, next } = await verifyLogs(db, { after, sealKey })
    const broken = proofs.find(({ problem }) => problem)
    if (broken?.problem) throw new Error(broken.problem.message)
    count += proofs.length
    after = next ?? undefined
  } while (after !== undefined)
  const value = (performance.now() - startedAt) / 1_000
  const name = `proof of ${count} logs with ${CHAINED} entries`
  return {
    suite: 'fleet-log',
    name,
    value,
    unit: 's',
    floor: null,
    ratio: null,
    target: 'shown',
    met: true,
    samples: 1,
  }
}
