import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import type { ListQuery } from '#src/resources/record-schemas.ts'
import { pageStatement } from '#src/resources/server/page-statement.repository.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { petCare } from '../module.ts'
import { pets } from '../resources/pets.ts'

const current = useTestDatabase()
let client: pg.Client
let scope = ''

/** Rows of the statement a page is asked with, in the tenant's role and scope. */
async function ask<Row extends pg.QueryResultRow>(asked: ListQuery, prefix = ''): Promise<Row[]> {
  const { text, values } = pageStatement({ module: petCare, resource: pets, ownerId: null }, asked)
  await client.query(scope)
  const { rows } = await client.query<Row>(prefix + text, [...values])
  await client.query('commit')
  return rows
}

/** How PostgreSQL would answer a page. */
async function plan(asked: ListQuery): Promise<string> {
  return (await ask<{ 'QUERY PLAN': string }>(asked, 'explain ')).map((row) => row['QUERY PLAN']).join('\n')
}

async function page(asked: ListQuery): Promise<{ names: string[]; total: number | undefined }> {
  const [found] = await ask<{ items: { name: string }[]; total: number }>(asked)
  return { names: (found?.items ?? []).map(({ name }) => name), total: found?.total }
}

beforeAll(async () => {
  const { roleName, schemaName, tenantId } = await createWorkspace(current(), {
    subdomain: 'many-pets',
    modules: [petCare],
  })
  scope = openStatement({ role: roleName, schema: schemaName, tenantId })
  client = new pg.Client({ connectionString: current().superuserUrl })
  await client.connect()
  await client.query(`set search_path to ${schemaName}`)
  // With notes, as most have: PostgreSQL rightly reads a table that is hardly bigger than its index.
  await client.query(
    `insert into owners (id, tenant_id, name, notes)
      select lpad(to_hex(n), 32, '0')::uuid, $1, 'Owner ' || n, repeat('Rings twice. ', 40) from generate_series(1, 4000) n`,
    [tenantId],
  )
  await client.query(
    `insert into pets (id, tenant_id, owner_id, name, species, breed, medical_notes)
      select gen_random_uuid(), $1, lpad(to_hex(1 + n % 4000), 32, '0')::uuid, 'Pet ' || n * 7919 % 20000, 'dog', 'Poodle',
        repeat('No chicken. ', 40)
      from generate_series(1, 20000) n`,
    [tenantId],
  )
  // As autovacuum does some time after: statistics, and the map that says which pages everybody sees.
  await client.query('vacuum analyze owners, pets')
})

afterAll(() => client.end())

it.each([
  ['page 1', {}],
  ['page 500', { page: 500 }],
  ['a search of one word', { q: 'poodle' }],
  ['a search of two', { q: 'owner 39' }],
])('%s of many pets reads no table from end to end', async (_, asked) => {
  const found = await plan({ page: 1, limit: 20, ...asked })
  expect(found).toMatch(/Index (Only )?Scan using pets_list_idx/)
  expect(found).not.toContain('Seq Scan')
})

it.each([
  ['a list', {}, 20_000],
  ['a search', { q: 'POODLE owner' }, 20_000],
  ['a search of pets and owners with a number', { q: 'et 77' }, 936],
])('%s goes on in the same order, however deep the page', async (_, asked, total) => {
  const first = await page({ page: 1, limit: 100, ...asked })
  const second = await page({ page: 2, limit: 100, ...asked })
  const small: string[] = []
  for (const number of [1, 2, 3, 4]) small.push(...(await page({ page: number, limit: 50, ...asked })).names)
  expect([first.total, second.total]).toEqual([total, total])
  expect([...first.names, ...second.names]).toEqual(small)
})
