import { createSecretKey, randomBytes } from 'node:crypto'
import pg from 'pg'
import { listAuditLog } from '#src/audit/server/audit-log.service.ts'
import { verifyChain } from '#src/audit/server/verify-chain.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { newId } from '#src/shared/ids.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { median, type Figure } from './report.ts'

const WRITERS = 16
const WRITES = 3_000
const ROUNDS = 3
const LONG_LOG = 1_000_000
const BATCH = 20_000
const LISTS = 15

/** What the chain costs those who write, and what a log of a million entries costs those who read and prove it. */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const owner = new pg.Client({ connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?') })
  const writers = new pg.Pool({ connectionString: server.url, max: WRITERS })
  try {
    await owner.connect()
    const tenants = await createTenants(owner, 20)
    return [
      ...(await compareWrites({ owner, writers }, 'one tenant', tenants.slice(0, 1))),
      ...(await compareWrites({ owner, writers }, '20 tenants', tenants)),
      ...(await compareWrites({ owner, writers }, 'the platform', [null])),
      ...(await measureLongLog(server, owner)),
    ]
  } finally {
    await writers.end()
    await owner.end()
    await server.close()
  }
}

async function createTenants(owner: pg.Client, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  for (const id of ids) {
    await owner.query(
      `insert into platform.tenants
         (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name, role_name)
       values ($1::uuid, $2, 'Bench', 'pet-care', 'UTC', 'EUR', 'free', 'trial', $1::text, $1::text)`,
      [id, `b${id.replaceAll('-', '').slice(-20)}`],
    )
  }
  return ids
}

type Writing = { owner: pg.Client; writers: pg.Pool }

/** In turn with and without the chain, on the same server. */
async function compareWrites(
  { owner, writers }: Writing,
  name: string,
  tenants: readonly (string | null)[],
): Promise<Figure[]> {
  const chained: number[] = []
  const bare: number[] = []
  await writeAll(writers, tenants)
  for (let round = 0; round < ROUNDS; round += 1) {
    chained.push(await writeAll(writers, tenants))
    await owner.query('alter table platform.audit_log disable trigger user')
    bare.push(await writeAll(writers, tenants))
    await owner.query('alter table platform.audit_log enable trigger user')
  }
  const ratio = median(chained) / median(bare)
  return [
    {
      suite: 'audit',
      name: `entries of ${name}, ${WRITERS} writers, against none chained`,
      value: median(chained),
      unit: '/s',
      floor: median(bare),
      ratio,
      target: 'shown',
      met: true,
      samples: ROUNDS * WRITES,
    },
  ]
}

/** @returns committed entries per second */
async function writeAll(writers: pg.Pool, tenants: readonly (string | null)[]): Promise<number> {
  let left = WRITES
  const startedAt = performance.now()
  async function write(): Promise<void> {
    const client = await writers.connect()
    while (left > 0) {
      left -= 1
      const tenant = tenants[left % tenants.length]
      await client.query(`begin; set local role berth_platform;
        insert into platform.audit_log (id, tenant_id, actor_kind, action, resource_type, resource_id, details)
        values ('${newId()}', ${tenant ? `'${tenant}'` : 'null'}, 'system', 'pets.update', 'pets', '${newId()}',
          '{"label": "Rex", "before": {"weight": 4}, "after": {"weight": 5}}'); commit`)
    }
    client.release()
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return WRITES / ((performance.now() - startedAt) / 1000)
}

async function measureLongLog({ database }: BenchServer, owner: pg.Client): Promise<Figure[]> {
  const [tenantId = ''] = await createTenants(owner, 1)
  for (let from = 0; from < LONG_LOG; from += BATCH) await writeBatch(owner, { tenantId, from })
  await owner.query('vacuum analyze platform.audit_log, platform.audit_chain')
  const startedAt = performance.now()
  const before = process.memoryUsage.rss()
  const proof = await verifyChain(database.platform, {
    chain: tenantId,
    sealKey: createSecretKey(randomBytes(32)),
  })
  if (proof.problem) throw new Error(proof.problem.message)
  const grown = (process.memoryUsage.rss() - before) / 1024 / 1024
  const seconds = (performance.now() - startedAt) / 1000
  const shown = { suite: 'audit', floor: null, ratio: null, target: 'shown', met: true }
  const figures: Figure[] = [
    { ...shown, name: `proof of ${LONG_LOG} entries`, value: seconds, unit: 's', samples: 1 },
    { ...shown, name: 'memory it grew by', value: grown, unit: 'MB', samples: 1 },
  ]
  const asked: [string, object][] = [
    ['first page', {}],
    ['page 100', { page: 100 }],
    ['one action in a thousand', { action: 'auth.sign_in_failed' }],
    ['an action that never was', { action: 'features.' }],
    ['one record', { resourceType: 'pets', resourceId: 'pet-77' }],
    ['a rare word', { q: 'pomeranian' }],
    ['a word of every entry', { q: 'pets' }],
    ['a word that never was', { q: 'zebra' }],
  ]
  for (const [name, filters] of asked) {
    const times: number[] = []
    for (let at = 0; at < LISTS; at += 1) {
      const listedAt = performance.now()
      await withTenantScope({ tenantId, schemaName: 'x', roleName: 'x' }, () =>
        listAuditLog(database, tenantId, { page: 1, limit: 20, ...filters }),
      )
      times.push(performance.now() - listedAt)
    }
    const value = median(times)
    const label = `list of ${LONG_LOG} entries: ${name}, p50`
    figures.push({
      ...shown,
      name: label,
      value,
      unit: 'ms',
      target: '<= 200 ms',
      met: value <= 200,
      samples: LISTS,
    })
  }
  return figures
}

async function writeBatch(
  owner: pg.Client,
  { tenantId, from }: { tenantId: string; from: number },
): Promise<void> {
  const ids = Array.from({ length: BATCH }, newId)
  await owner.query(
    `insert into platform.audit_log (id, tenant_id, actor_kind, action, resource_type, resource_id, details)
     select id, $1, 'user', case when n % 1000 = 0 then 'auth.sign_in_failed' else 'pets.update' end, 'pets',
       'pet-' || n % 5000,
       jsonb_build_object('label', 'Rex ' || n, 'after', jsonb_build_object('weight', n, 'breed',
         case when n % 20000 = 0 then 'Pomeranian' else 'Beagle' end))
     from unnest($2::uuid[]) with ordinality listed (id, at), lateral (select $3::int + at as n) numbered`,
    [tenantId, ids, from],
  )
}
