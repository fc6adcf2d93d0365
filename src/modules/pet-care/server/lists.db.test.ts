import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { camelCase } from '#src/resources/naming.ts'
import { callContext, createModuleCaller, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { petCare } from '../module.ts'

const modules = [petCare] as const
const current = useTestDatabase()
let tenant: CallTenant
const owners: Record<string, string> = {}

function call() {
  return createModuleCaller(modules)(callContext(current(), { tenant, modules })).petCare
}

async function names(asked: Parameters<ReturnType<typeof call>['pets']['list']>[0]): Promise<string[]> {
  return (await call().pets.list(asked)).items.map(({ name }) => name)
}

beforeAll(async () => {
  tenant = await createWorkspace(current(), {
    subdomain: 'lists',
    modules,
    services: ['nail-trim', 'full-groom'],
  })
  for (const name of ['Zara', 'Adam']) owners[name] = (await call().owners.create({ name })).id
  const [zara = '', adam = ''] = [owners['Zara'], owners['Adam']]
  await call().pets.create({ name: 'Bo', ownerId: adam, species: 'dog', breed: 'Poodle', weight: 5 })
  await call().pets.create({
    name: 'Ada',
    ownerId: zara,
    species: 'cat',
    dateOfBirth: '2021-05-01',
    weight: 4.2,
  })
  await call().pets.create({
    name: 'Cy',
    ownerId: zara,
    species: 'dog',
    breed: '50% pug',
    dateOfBirth: '2019-01-31',
  })
  await call().pets.create({ name: 'bO_b', ownerId: adam, species: 'rabbit', breed: 'Angora', weight: 2 })
})

describe('paging', () => {
  it('walks through all records once, in a stable order', async () => {
    const made: string[] = []
    for (let index = 0; index < 11; index += 1) {
      made.push((await call().resources.create({ name: 'Same', type: 'table' })).id)
    }
    // Moves rows within the table, whose own order must not matter.
    for (const id of made.slice(0, 5)) await call().resources.update({ id, isMobile: true })
    const seen: string[] = []
    for (let page = 1; page <= 4; page += 1) {
      const answer = await call().resources.list({ page, limit: 4, sortBy: 'type' })
      expect(answer).toMatchObject({ page, limit: 4, total: 11 })
      seen.push(...answer.items.map(({ id }) => id))
    }
    expect(seen).toEqual(made.toSorted())
  })

  it('counts beyond the last page too', async () => {
    expect(await call().pets.list({ page: 9 })).toEqual({ items: [], total: 4, page: 9, limit: 20 })
    expect(await call().pets.list({ q: 'nothing like it' })).toMatchObject({ items: [], total: 0 })
    expect(await call().pets.list({ limit: 4 })).toMatchObject({ total: 4 })
  })

  it.each([
    { limit: 101 },
    { limit: 0 },
    { page: 0 },
    { page: 1.5 },
    { sortBy: 'ownerName' },
    { order: 'up' },
  ])('refuses %j', async (asked) => {
    const failure: unknown = await call()
      .pets.list(asked as never)
      .catch((error: unknown) => error)
    expect(formatCallError(failure).error).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: { [Object.keys(asked)[0] ?? '']: expect.any(Array) as unknown } },
    })
  })
})

describe('order', () => {
  it('is the declared one until another is asked for', async () => {
    expect(await names({})).toEqual(['Ada', 'Bo', 'bO_b', 'Cy'])
    expect(await names({ sortBy: 'weight' })).toEqual(['bO_b', 'Ada', 'Bo', 'Cy'])
  })

  it('puts empty values last in both directions', async () => {
    expect(await names({ sortBy: 'weight', order: 'desc' })).toEqual(['Bo', 'Ada', 'bO_b', 'Cy'])
    expect((await names({ sortBy: 'dateOfBirth', order: 'desc' })).slice(0, 2)).toEqual(['Ada', 'Cy'])
    expect((await names({ sortBy: 'dateOfBirth', order: 'asc' })).slice(0, 2)).toEqual(['Cy', 'Ada'])
  })

  it('sorts a reference by what people read', async () => {
    expect(await names({ sortBy: 'ownerId' })).toEqual(['Bo', 'bO_b', 'Ada', 'Cy'])
  })

  it('knows every sortable field', async () => {
    for (const { name, fields } of petCare.resources) {
      for (const sortBy of [...Object.keys(fields), 'createdAt', 'updatedAt']) {
        const list = call()[camelCase(name)].list as (asked: object) => Promise<{ items: unknown[] }>
        const sortable = (fields as Record<string, { sortable: boolean }>)[sortBy]?.sortable ?? true
        const attempt = list({ sortBy, order: 'desc' })
        await (sortable ? expect(attempt).resolves.toBeDefined() : expect(attempt).rejects.toThrow())
      }
    }
  })
})

describe('filters', () => {
  it.each([
    [{ species: 'dog' }, ['Bo', 'Cy']],
    [{ species: ['dog', 'rabbit'] }, ['Bo', 'bO_b', 'Cy']],
    [{ name: 'bo' }, ['Bo', 'bO_b']],
    [{ breed: '50%' }, ['Cy']],
    [{ weightFrom: 4.2 }, ['Ada', 'Bo']],
    [{ weightFrom: 4.2, weightTo: 4.99 }, ['Ada']],
    [{ weight: 2 }, ['bO_b']],
    [{ dateOfBirthTo: '2020-12-31' }, ['Cy']],
    [{ dateOfBirth: '2021-05-01' }, ['Ada']],
    [{ species: 'dog', name: 'c' }, ['Cy']],
  ] as const)('%j', async (asked, expected) => {
    const found = await names(asked as never)
    expect(found.toSorted()).toEqual([...expected].toSorted())
  })

  it('by owner', async () => {
    expect(await names({ ownerId: owners['Zara'] })).toEqual(['Ada', 'Cy'])
  })

  it('read what REST sends: texts, commas, empty values', async () => {
    expect(
      (await names({ species: 'dog,rabbit', weightFrom: '', weightTo: '3' } as never)).toSorted(),
    ).toEqual(['bO_b'])
    const services = await call().services.list({ requiresVaccination: 'false', priceCents: '1500' } as never)
    expect(services.items.map(({ name }) => name)).toEqual(['Nail trim'])
  })

  it('by tag', async () => {
    await call().staff.create({ name: 'Sam', role: 'both', skills: ['Cats'] })
    expect((await call().staff.list({ skills: 'Cats' })).total).toBe(1)
    expect((await call().staff.list({ skills: 'Dogs' })).total).toBe(0)
  })
})

describe('search', () => {
  it.each([
    ['bo', ['Bo', 'bO_b']],
    ['POODLE', ['Bo']],
    ['zara', ['Ada', 'Cy']],
    ['zara pug', ['Cy']],
    ['zara poodle', []],
    ['_', ['bO_b']],
    ['%', ['Cy']],
    ['\\', []],
    ["'; drop table pets; --", []],
    ['  ', ['Ada', 'Bo', 'bO_b', 'Cy']],
  ])('%j', async (q, expected) => {
    expect((await names({ q })).toSorted()).toEqual(expected.toSorted())
  })

  it('refuses characters no text can hold', async () => {
    await expect(call().pets.list({ q: 'a\u0000b' })).rejects.toThrow('Control characters')
  })
})
