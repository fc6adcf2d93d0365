import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantRole } from '#src/auth/identity.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { petCare } from '../module.ts'

const modules = [petCare] as const
const current = useTestDatabase()
let tenant: CallTenant

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'rights', modules })
})

function call(role: TenantRole = 'owner') {
  return createModuleCaller(modules)(callContext(current(), { tenant, modules, role })).petCare
}

describe('addresses', () => {
  it.each([
    'unknown',
    '',
    '0',
    '../etc',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'x'.repeat(150),
    'a\u0000b',
  ])('answers 404 for %j', async (id) => {
    const refusals = await Promise.all(
      [
        call().pets.get({ id }),
        call().pets.update({ id, name: 'x' }),
        call().pets.replace({ id, name: 'x', ownerId: newId(), species: 'dog' }),
        call().pets.delete({ id }),
      ].map(refusal),
    )
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['NOT_FOUND']))
  })
})

describe('rights', () => {
  it('follow the declaration', async () => {
    const owner = await call('staff').owners.create({ name: 'By staff' })
    expect((await refusal(call('staff').owners.delete({ id: owner.id }))).code).toBe('FORBIDDEN')
    expect((await refusal(call('viewer').owners.create({ name: 'x' }))).code).toBe('FORBIDDEN')
    expect(
      (await refusal(call('staff').services.create({ name: 'x', durationMinutes: 1, priceCents: 1 }))).code,
    ).toBe('FORBIDDEN')
    expect((await call('viewer').owners.get({ id: owner.id })).name).toBe('By staff')
    expect((await refusal(call('client').services.list())).code).toBe('FORBIDDEN')
  })

  it('end where the module is switched off', async () => {
    const off = createModuleCaller(modules)(
      callContext(current(), { tenant: { ...tenant, modules: [] }, modules }),
    ).petCare
    expect((await refusal(off.pets.list())).code).toBe('MODULE_NOT_ENABLED')
    expect((await refusal(off.getCounts())).code).toBe('MODULE_NOT_ENABLED')
  })
})

describe('counts', () => {
  it('tell how many records the caller may list', async () => {
    const before = await call().getCounts()
    const { id: ownerId } = await call().owners.create({ name: 'Counted' })
    const pet = await call().pets.create({ name: 'Counted', ownerId, species: 'dog' })
    expect(await call().getCounts()).toEqual({
      ...before,
      pets: (before['pets'] ?? 0) + 1,
      owners: (before['owners'] ?? 0) + 1,
    })
    await call().pets.delete({ id: pet.id })
    expect((await call().getCounts())['pets']).toBe(before['pets'])
    expect(await call('client').getCounts()).toEqual({
      ...{ appointments: 0, pets: 0, owners: 0, payments: 0 },
      ...{ 'vaccination-records': 0, 'package-purchases': 0, 'credit-entries': 0 },
    })
  })
})
