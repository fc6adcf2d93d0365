import { describe, expect, it } from 'vitest'
import { dailyRecords, hasPermission, readByClients } from '#src/auth/permissions.ts'
import { defineModule, defineStarters, requireResource } from './define-module.ts'
import { defineResource } from './define-resource.ts'
import { member } from './fields/member.ts'
import { reference } from './fields/reference.ts'
import { text } from './fields/text.ts'
import { camelCase, referenceKey, snakeCase } from './naming.ts'
import { permissionTableOf } from './permission-table.ts'
import { procedurePath } from './procedure-path.ts'
import { signUpOptionsOf } from './sign-up-options.ts'

const words = { description: 'Boats', icon: 'sailboat' }
const name = text({ label: 'Name', required: true })
const harbours = defineResource({
  name: 'harbours',
  singular: 'harbour',
  ...words,
  fields: { name },
  columns: ['name'],
})
const sailingBoats = defineResource({
  name: 'sailing-boats',
  singular: 'sailing boat',
  ...words,
  fields: { name, harbourId: reference({ label: 'Harbour', to: 'harbours', required: true }) },
  columns: ['name', 'harbourId'],
})
const starters = defineStarters(harbours, [
  { key: 'north', title: 'North', detail: 'Cold', values: { name: 'North' } },
  { key: 'south', title: 'South', detail: 'Warm', values: { name: 'South' }, selected: false },
])
const marina = defineModule({
  id: 'marina',
  industry: 'lettings',
  title: 'Marina',
  ...words,
  resources: [sailingBoats, harbours],
  starters,
})

describe('names', () => {
  it('follow from one another', () => {
    expect(camelCase('knowledge-documents')).toBe('knowledgeDocuments')
    expect(camelCase('sailing boat')).toBe('sailingBoat')
    expect(snakeCase('dateOfBirth')).toBe('date_of_birth')
    expect(snakeCase('vaccination-records')).toBe('vaccination_records')
    expect(referenceKey('ownerId')).toBe('owner')
    expect(procedurePath('pet-care', 'vaccination-records', 'list')).toBe('petCare.vaccinationRecords.list')
    expect(sailingBoats).toMatchObject({
      model: 'sailingBoat',
      table: 'sailing_boats',
      title: 'Sailing boats',
    })
  })
})

describe('a declaration that contradicts itself', () => {
  const boat = { name: 'boats', singular: 'boat', ...words, columns: ['name'] } as const

  it.each([
    [
      'takes a name of the engine',
      () => defineResource({ ...boat, fields: { name, tenantId: name } }),
      /keeps this name/,
    ],
    [
      'hides a query parameter',
      () => defineResource({ ...boat, fields: { name, limit: name } }),
      /keeps this name/,
    ],
    [
      'calls a reference like a text',
      () =>
        defineResource({
          ...boat,
          fields: { name, harbour: reference({ label: 'Harbour', to: 'harbours' }) },
        }),
      /must end in Id/,
    ],
    [
      'has a page that hides a resource',
      () =>
        defineModule({
          ...marina,
          pages: [{ name: 'harbours', title: 'Map', icon: 'map', permission: 'harbours:list' }],
        }),
      /would hide a resource/,
    ],
    [
      'has a page for records it does not have',
      () => defineModule({ ...marina, recordPages: ['jetties'] }),
      /unknown jetties/,
    ],
    [
      'has a table nobody can quote',
      () => defineResource({ ...boat, table: 'x"; --', fields: { name } }),
      /table/,
    ],
    [
      'has a name no address can hold',
      () => defineResource({ ...boat, name: 'Boats!', fields: { name } }),
      /name/,
    ],
    [
      'refers to what the module does not have',
      () => defineModule({ ...marina, resources: [sailingBoats], starters: [] }),
      /unknown harbours/,
    ],
    [
      'starts with what the module does not have',
      () => defineModule({ ...marina, resources: [], starters }),
      /starter north belongs to unknown harbours/,
    ],
  ])('%s', (_, declare, message) => {
    expect(declare).toThrow(message)
  })

  it.each([
    [
      'lets clients in without saying what is theirs',
      () => defineResource({ ...boat, fields: { name }, permissions: readByClients(dailyRecords) }),
      /boats is open to clients/,
    ],
    [
      'is owned by a field that names nobody',
      () => defineResource({ ...boat, fields: { name }, own: { field: 'name' } }),
      /name, by which records are owned, must be a member/,
    ],
    [
      'is owned through a field that leads nowhere',
      () => defineResource({ ...boat, fields: { name }, own: { through: 'name' } }),
      /must be a reference/,
    ],
    [
      'is owned through what nobody owns',
      () =>
        defineModule({
          ...marina,
          resources: [{ ...sailingBoats, own: { through: 'harbourId' } }, harbours],
        }),
      /marina: sailing-boats is owned through harbours, which says no owner/,
    ],
    [
      'is owned in a circle',
      () => {
        const pierId = reference({ label: 'Pier', to: 'piers' })
        const piers = defineResource({
          ...boat,
          name: 'piers',
          fields: { name, pierId },
          own: { through: 'pierId' },
        })
        return defineModule({ ...marina, resources: [piers], starters: [] })
      },
      /piers through piers is owned by nobody/,
    ],
  ])('%s', (_, declare, message) => {
    expect(declare).toThrow(message)
  })

  it('may be owned by a person, or through a record that is', () => {
    const keeperId = member({ label: 'Keeper' })
    const kept = defineResource({
      ...boat,
      name: 'harbours',
      fields: { name, keeperId },
      own: { field: 'keeperId' },
    })
    const through = {
      ...sailingBoats,
      own: { through: 'harbourId' },
      permissions: readByClients(dailyRecords),
    }
    const { resources } = defineModule({ ...marina, resources: [through, kept], starters: [] })
    expect(resources.map(({ own }) => own)).toEqual([{ through: 'harbourId' }, { field: 'keeperId' }])
  })

  it('names a resource that is missing', () => {
    expect(requireResource(marina, 'harbours')).toBe(harbours)
    expect(() => requireResource(marina, 'piers')).toThrow('Module marina has no resource piers.')
  })
})

describe('the permission table', () => {
  it('holds what the declarations grant, and nothing else', () => {
    const table = permissionTableOf([marina], { 'audit:list': ['owner'] })
    expect(hasPermission(table, 'staff', 'harbours:create')).toBe(true)
    expect(hasPermission(table, 'staff', 'harbours:delete')).toBe(false)
    expect(hasPermission(table, 'viewer', 'sailing-boats:list')).toBe(true)
    expect(hasPermission(table, 'client', 'sailing-boats:list')).toBe(false)
    expect(hasPermission(table, 'owner', 'audit:list')).toBe(true)
    expect(hasPermission(table, 'owner', 'piers:list')).toBe(false)
  })

  it('refuses a name that two modules use', () => {
    expect(() => permissionTableOf([marina, { ...marina, id: 'other' }])).toThrow(/declared twice/)
  })
})

describe('what the sign-up offers', () => {
  it('is a module for anybody where it serves no industry', () => {
    const addOn = { ...marina, id: 'piers', industry: null, starters: [] }
    const { industries, modules } = signUpOptionsOf([marina, addOn], 'berth.localhost')
    expect(industries.map(({ module }) => module)).toEqual(['marina'])
    expect(modules.map(({ id }) => id)).toEqual(['marina', 'piers'])
  })

  it('is an industry per module and its starters', () => {
    expect(signUpOptionsOf([marina], 'berth.localhost')).toEqual({
      domain: 'berth.localhost',
      industries: [{ id: 'lettings', title: 'Marina', description: 'Boats', module: 'marina' }],
      modules: [{ id: 'marina', title: 'Marina', description: 'Boats' }],
      services: [
        { module: 'marina', key: 'north', title: 'North', detail: 'Cold', selected: true },
        { module: 'marina', key: 'south', title: 'South', detail: 'Warm', selected: false },
      ],
    })
  })
})
