import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { petCare } from '../module.ts'

const modules = [petCare] as const
const current = useTestDatabase()
let tenant: CallTenant

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'paws', modules })
})

function call() {
  return createModuleCaller(modules)(callContext(current(), { tenant, modules })).petCare
}

async function addPet(name: string, ownerId?: string) {
  const owner = ownerId ?? (await call().owners.create({ name: `Owner of ${name}` })).id
  return call().pets.create({ name, ownerId: owner, species: 'dog' })
}

describe('creating', () => {
  it('answers the whole record, normalised, with the record it refers to', async () => {
    const owner = await call().owners.create({ name: '  Ann Lee ', email: 'ANN@Example.com', phone: '' })
    expect(owner).toMatchObject({ name: 'Ann Lee', email: 'ann@example.com', phone: null })
    const pet = await call().pets.create({
      name: 'Rex',
      ownerId: owner.id.toUpperCase(),
      species: 'dog',
      dateOfBirth: '2020-02-29',
      weight: 12.55,
      medicalNotes: 'First line\r\nsecond',
    })
    expect(pet).toMatchObject({
      name: 'Rex',
      ownerId: owner.id,
      owner: { id: owner.id, label: 'Ann Lee' },
      dateOfBirth: '2020-02-29',
      weight: 12.55,
      breed: null,
      medicalNotes: 'First line\nsecond',
    })
    expect(await call().pets.get({ id: pet.id })).toEqual(pet)
  })

  it('fills defaults', async () => {
    const service = await call().services.create({ name: 'Trim', durationMinutes: 20, priceCents: 0 })
    expect(service).toMatchObject({
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      requiresVaccination: false,
    })
    const worker = await call().staff.create({ name: 'Sam', role: 'both' })
    expect(worker).toMatchObject({ skills: [], availability: {}, userId: null })
  })

  it('stores lists and hours', async () => {
    const availability = {
      monday: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '24:00' },
      ],
    }
    const worker = await call().staff.create({
      name: 'Kim',
      role: 'groomer',
      skills: [' Cats ', 'cats'],
      availability,
    })
    expect(await call().staff.get({ id: worker.id })).toMatchObject({ skills: ['Cats'], availability })
  })

  it('takes neither id nor tenant nor state from the caller', async () => {
    const id = newId()
    const given = {
      name: 'Mallory',
      id,
      tenantId: newId(),
      isActive: false,
      deletedAt: '2020-01-01T00:00:00Z',
    }
    const owner = await call().owners.create(given)
    expect(owner.id).not.toBe(id)
    const [row] = await current().inspect(`select * from ${tenant.schemaName}.owners where id = $1`, [
      owner.id,
    ])
    expect(row).toMatchObject({ tenant_id: tenant.tenantId, is_active: true, deleted_at: null })
  })

  it.each([
    ['unknown', newId()],
    ['malformed', 'no-id'],
  ])('refuses an %s owner at its field', async (_, ownerId) => {
    const error = await refusal(call().pets.create({ name: 'Rex', ownerId, species: 'dog' }))
    expect(error.code).toBe('VALIDATION_FAILED')
    expect(Object.keys(error.details?.fields ?? {})).toEqual(['ownerId'])
  })

  it('accepts only people of the team as the sign-in of staff', async () => {
    const [person] = await current().inspect<{ id: string }>(
      'select id from platform.users where tenant_id = $1',
      [tenant.tenantId],
    )
    const worker = await call().staff.create({ name: 'Pat', role: 'trainer', userId: person?.id ?? '' })
    expect(worker.userId).toBe(person?.id)
    const error = await refusal(call().staff.create({ name: 'Pat', role: 'trainer', userId: newId() }))
    expect(error.details?.fields).toEqual({ userId: ['Choose a person of your team.'] })
  })
})

describe('updating', () => {
  it('changes what is given and leaves the rest', async () => {
    const pet = await addPet('Luna')
    await call().pets.update({ id: pet.id, breed: 'Poodle', weight: 7 })
    const after = await call().pets.update({ id: pet.id, weight: null })
    expect(after).toMatchObject({ name: 'Luna', breed: 'Poodle', weight: null, ownerId: pet.ownerId })
    expect(after.updatedAt > pet.updatedAt).toBe(true)
    expect(after.createdAt).toBe(pet.createdAt)
  })

  it('replaces the whole record', async () => {
    const service = await call().services.create({
      name: 'Groom',
      description: 'All of it',
      durationMinutes: 60,
      bufferAfterMinutes: 15,
      priceCents: 5_000,
    })
    const after = await call().services.replace({
      id: service.id,
      name: 'Groom',
      durationMinutes: 45,
      priceCents: 1,
    })
    expect(after).toMatchObject({
      description: null,
      bufferAfterMinutes: 0,
      durationMinutes: 45,
      priceCents: 1,
    })
  })

  it('never empties a required field', async () => {
    const pet = await addPet('Nero')
    const error = await refusal(call().pets.update({ id: pet.id, name: ' ' }))
    expect(error.details?.fields).toEqual({ name: ['Enter the name.'] })
  })

  it('writes nothing when nothing differs', async () => {
    const pet = await addPet('Still')
    const after = await call().pets.update({ id: pet.id, name: 'Still' })
    expect(after.updatedAt).toBe(pet.updatedAt)
  })

  it('refuses to overwrite a change the caller has not seen', async () => {
    const pet = await addPet('Zoe')
    const seen = pet.updatedAt
    await call().pets.update({ id: pet.id, updatedAt: seen, breed: 'Pug' })
    const error = await refusal(call().pets.update({ id: pet.id, updatedAt: seen, breed: 'Boxer' }))
    expect(error.code).toBe('CONFLICT')
    expect((await call().pets.get({ id: pet.id })).breed).toBe('Pug')
  })

  it('lets exactly one of many simultaneous changes of one version through', async () => {
    const pet = await addPet('Duke')
    const attempts = Array.from({ length: 12 }, (_, weight) =>
      call().pets.update({ id: pet.id, updatedAt: pet.updatedAt, weight: weight + 1 }),
    )
    const outcomes = await Promise.allSettled(attempts)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(outcomes.length - refused.length).toBe(1)
    for (const { reason } of refused) expect(formatCallError(reason).error.code).toBe('CONFLICT')
  })

  it('keeps every one of many simultaneous changes to different fields', async () => {
    const pet = await addPet('Milo')
    await Promise.all([
      call().pets.update({ id: pet.id, breed: 'Beagle' }),
      call().pets.update({ id: pet.id, weight: 9 }),
      call().pets.update({ id: pet.id, medicalNotes: 'none' }),
    ])
    expect(await call().pets.get({ id: pet.id })).toMatchObject({
      breed: 'Beagle',
      weight: 9,
      medicalNotes: 'none',
    })
  })
})

describe('deleting', () => {
  it('hides the record and keeps its row', async () => {
    const pet = await addPet('Gone')
    expect(await call().pets.delete({ id: pet.id })).toEqual({ id: pet.id })
    const refusals = await Promise.all(
      [
        call().pets.get({ id: pet.id }),
        call().pets.update({ id: pet.id, name: 'Back' }),
        call().pets.delete({ id: pet.id }),
      ].map(refusal),
    )
    expect(refusals.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    expect((await call().pets.list({ name: 'Gone' })).total).toBe(0)
    const [row] = await current().inspect(`select * from ${tenant.schemaName}.pets where id = $1`, [pet.id])
    expect(row).toMatchObject({ is_active: false })
    expect(row?.['deleted_at']).toBeInstanceOf(Date)
  })

  it('keeps an owner who still has pets, and says so', async () => {
    const owner = await call().owners.create({ name: 'Bella Smith' })
    const [first, second] = [await addPet('One', owner.id), await addPet('Two', owner.id)]
    const error = await refusal(call().owners.delete({ id: owner.id }))
    expect(error).toMatchObject({
      code: 'STILL_REFERENCED',
      message: 'Bella Smith still has 2 pets. Move or delete them first.',
    })
    await call().pets.delete({ id: first.id })
    expect((await refusal(call().owners.delete({ id: owner.id }))).message).toContain('still has 1 pet.')
    await call().pets.delete({ id: second.id })
    await call().owners.delete({ id: owner.id })
    const gone = await refusal(call().pets.create({ name: 'Three', ownerId: owner.id, species: 'cat' }))
    expect(gone.details?.fields).toEqual({ ownerId: ['This owner does not exist.'] })
  })

  it('never leaves a pet with a deleted owner, however the calls meet', async () => {
    for (let round = 0; round < 8; round += 1) {
      const owner = await call().owners.create({ name: `Racer ${round}` })
      await Promise.allSettled([
        call().owners.delete({ id: owner.id }),
        call().pets.create({ name: 'Quick', ownerId: owner.id, species: 'dog' }),
      ])
    }
    const orphans = await current().inspect(
      `select p.id from ${tenant.schemaName}.pets p join ${tenant.schemaName}.owners o on o.id = p.owner_id
       where p.deleted_at is null and o.deleted_at is not null`,
    )
    expect(orphans).toEqual([])
  })
})
