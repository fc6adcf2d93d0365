import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { listFleetLog } from './audit-log.service.ts'
import { createChainedTenant, writeLines } from './testing/chained-tenant.ts'

const current = useTestDatabase()
const place = { page: 1, limit: 20 }
let tenantId: string

/** 30,000 entries without links, which would take long, of enough different words for statistics; and a linked one. */
beforeAll(async () => {
  tenantId = await createChainedTenant(current())
  await current().inspect(
    `set session_replication_role = replica;
     insert into platform.audit_log (id, tenant_id, actor_kind, action, resource_type, details)
     select gen_random_uuid(), '${tenantId}', 'system', 'tenants.update', 'harbours',
       jsonb_build_object('name', case when n < 10000 then 'lighthouse' else 'beacon' end, 'label', 'buoy' || n % 200)
     from generate_series(1, 30000) n;
     set session_replication_role = origin`,
  )
  await writeLines(current(), tenantId, 1)
  await current().inspect('analyze platform.audit_log')
})

const find = (q: string, more: { page?: number; tenantId?: string } = {}) =>
  listFleetLog(current().database.platform, { ...place, ...more, q })

it('shows the newest matches of a word that is everywhere, and says that there are more', async () => {
  for (const log of [{}, { tenantId }]) {
    const { items, ...page } = await find('harbours', { page: 3, ...log })
    expect(page).toMatchObject({ total: 1_999, isTotalExact: false, page: 3 })
    expect(items).toHaveLength(20)
    const newer = await find('harbours', { page: 2, ...log })
    expect(newer.items.at(-1)?.createdAt.localeCompare(items[0]?.createdAt ?? '')).toBeGreaterThanOrEqual(0)
  }
})

it('looks all entries up for words that are frequent and never meet', async () => {
  expect(await find('harbours line')).toMatchObject({ total: 0, isTotalExact: true })
})

it('finds a word that only old entries have', async () => {
  const { items, ...page } = await find('lighthouse')
  expect(page).toMatchObject({ total: 9_999, isTotalExact: true })
  expect(items).toHaveLength(20)
})
