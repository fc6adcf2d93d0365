import { beforeAll, describe, expect, it } from 'vitest'
import type { RunQuery } from '#src/db/server/run-query.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { tenantListInput, tenantSelection } from '../../tenant-list.ts'
import { listTenantIds, listTenants } from './tenant-list.service.ts'
import { seedFleet } from './testing/seed-fleet.ts'

const FLEET = 10_000
const current = useTestDatabase()

beforeAll(() => seedFleet(current().inspect, FLEET))

async function list(asked: Record<string, unknown>) {
  return listTenants(current().database, tenantListInput.parse(asked))
}

it('answers a page with owner, team and modules, the newest first', async () => {
  const page = await list({ limit: 3 })
  expect(page).toMatchObject({ total: FLEET, page: 1, limit: 3 })
  expect(page.items.map(({ subdomain }) => subdomain)).toEqual([
    'tenant-10000',
    'tenant-09999',
    'tenant-09998',
  ])
  expect(page.items[0]).toMatchObject({
    owner: { fullName: 'Person 1 of tenant-10000', email: 'person1@tenant-10000.test' },
    people: 4,
    modules: ['pet-care'],
    deletionDueAt: null,
  })
})

it('counts neither clients nor people who were removed, and names no owner who was', async () => {
  const { database, inspect } = current()
  await inspect(
    `update platform.users set removed_at = now() where email in ('person1@tenant-00042.test', 'person2@tenant-00042.test')`,
  )
  const { items } = await listTenants(database, tenantListInput.parse({ q: 'tenant-00042' }))
  expect(items).toMatchObject([{ subdomain: 'tenant-00042', people: 2, owner: null }])
})

it('tells how many there are behind the last page, too', async () => {
  expect(await list({ q: 'tenant-000', page: 9 })).toMatchObject({ items: [], total: 99 })
})

describe('a search', () => {
  it.each([
    ['subdomain', 'ANT-00777', 1],
    ['business name', 'business b00001', 1],
    ['name of the owner', 'of tenant-00778', 1],
    ['e-mail of the owner', 'person1@tenant-00779', 1],
    ['e-mail of somebody else', 'person2@tenant-00779', 0],
    ['sign that means something to LIKE', '%', 0],
  ])('finds by the %s', async (_, q, total) => {
    expect((await list({ q })).total).toBe(total)
  })
})

it('narrows by each filter, and by all of them together', async () => {
  const { inspect } = current()
  const wanted = {
    status: ['active', 'trial'],
    plan: ['pro'],
    industry: ['lettings', 'overlay'],
    module: 'lettings',
    createdFrom: new Date(Date.now() - 86_400_000).toISOString(),
  }
  const [expected] = await inspect<{ count: number }>(
    `select count(*)::int as count from platform.tenants where status in ('active', 'trial') and plan = 'pro'
       and industry = 'lettings' and created_at >= $1`,
    [wanted.createdFrom],
  )
  const found = await list({ ...wanted, status: 'active,trial', industry: 'lettings,overlay' })
  expect(found.total).toBe(expected?.count)
  expect(found.total).toBeGreaterThan(0)
  expect((await list(wanted)).total).toBe(found.total)
})

it('orders by three fields, plans by their size, and never shows one twice or leaves one out', async () => {
  const seen: string[] = []
  const plans: string[] = []
  for (let page = 1; page <= 4; page++) {
    const { items } = await list({ sort: '-plan,status,industry', q: 'tenant-000', limit: 25, page })
    seen.push(...items.map(({ id }) => id))
    plans.push(...items.map(({ plan }) => plan))
  }
  expect(new Set(seen).size).toBe(99)
  expect([...new Set(plans)]).toEqual(['pro', 'standard', 'starter', 'free'])
})

it('hands out the ids of everything a filter leaves, in the order of the list', async () => {
  const selection = tenantSelection.parse({ status: 'suspended', sort: 'subdomain' })
  const ids = await listTenantIds(current().database, selection)
  const { items, total } = await list({ status: 'suspended', sort: 'subdomain', limit: 200 })
  expect(ids).toHaveLength(total)
  expect(ids.slice(0, 200)).toEqual(items.map(({ id }) => id))
})

describe('at ten thousand tenants', () => {
  const LIMIT = 50

  it.each([
    ['the first page', {}],
    ['a page in the middle', { page: 150 }],
    ['three fields', { sort: 'plan,status,-createdAt' }],
    ['the size of the teams', { sort: '-people' }],
    ['filters', { status: 'active', module: 'overlay' }],
    ['a search', { q: 'tenant-0999' }],
  ])('%s takes at most three statements, which look only at the people of its rows', async (_, asked) => {
    const { database, inspect } = current()
    const statements: Parameters<RunQuery>[0][] = []
    const platformQuery: RunQuery = (statement) => {
      statements.push(statement)
      return database.platformQuery(statement)
    }
    const input = tenantListInput.parse({ limit: LIMIT, ...asked })
    const { items } = await listTenants({ platformQuery }, input)
    expect(items.length).toBeGreaterThan(0)
    expect(statements.length).toBeLessThanOrEqual(3)
    for (const { text, values } of statements) {
      const [explained] = await inspect<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (analyze, timing off, format json) ${text}`,
        [...values],
      )
      const nodes = listNodes(explained?.['QUERY PLAN'][0].Plan)
      // Once for the whole list, or for each of the rows that are shown.
      const people = nodes.filter((node) => node['Relation Name'] === 'users')
      const loops = people.map((node) => node['Actual Loops'])
      expect(Math.max(0, ...loops)).toBeLessThanOrEqual(LIMIT)
    }
  })
})

type PlanNode = { 'Relation Name'?: string; 'Actual Loops': number; Plans?: PlanNode[] }

function listNodes(node: PlanNode | undefined): PlanNode[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(listNodes)] : []
}
