import { describe, expect, it } from 'vitest'
import { defineResource } from './define-resource.ts'
import { boolean } from './fields/boolean.ts'
import { integer } from './fields/integer.ts'
import { reference } from './fields/reference.ts'
import { select } from './fields/select.ts'
import { text } from './fields/text.ts'
import {
  createSchema,
  listSchema,
  pageSchema,
  recordSchema,
  replaceSchema,
  sortKeys,
  updateSchema,
} from './record-schemas.ts'

const ID = '0190a0b0-0000-7000-8000-000000000001'
const boats = defineResource({
  name: 'boats',
  singular: 'boat',
  description: 'Boats',
  icon: 'sailboat',
  fields: {
    name: text({ label: 'Name', required: true }),
    berths: integer({ label: 'Berths', default: 2, min: 0 }),
    insured: boolean({ label: 'Insured', default: false }),
    rig: select({ label: 'Rig', options: { sloop: 'Sloop', ketch: 'Ketch' } }),
    harbourId: reference({ label: 'Harbour', to: 'boats' }),
    tonnage: integer({ label: 'Tonnage', computed: true, required: true }),
  },
  columns: ['name'],
})

function sentencesOf(result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) {
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )
}

describe('creating', () => {
  it('drops what is no field, and leaves out what was not sent', () => {
    const sent = { name: ' Ariel ', tenantId: ID, id: ID, isActive: false }
    expect(createSchema(boats).parse(sent)).toEqual({ name: 'Ariel' })
  })

  it('neither asks for what is computed nor takes it', () => {
    expect(createSchema(boats).parse({ name: 'Dory', tonnage: 9_000 })).toEqual({ name: 'Dory' })
    expect(updateSchema(boats).parse({ id: ID, tonnage: 9_000 })).toEqual({ id: ID })
    expect(replaceSchema(boats).parse({ id: ID, name: 'Dory', tonnage: 9_000 })).not.toHaveProperty('tonnage')
  })

  it('tells every field that is wrong at once', () => {
    expect(sentencesOf(createSchema(boats).safeParse({ berths: -1, insured: 'maybe', rig: 'x' }))).toEqual({
      name: 'Enter the name.',
      berths: 'At least 0.',
      insured: 'Choose yes or no.',
      rig: 'Choose one of: sloop, ketch.',
    })
  })

  it.each([null, undefined, [], 'x', 5])('refuses %j as a record', (sent) => {
    expect(createSchema(boats).safeParse(sent).success).toBe(false)
  })
})

describe('changing', () => {
  it('takes some fields, and empties optional ones alone', () => {
    expect(updateSchema(boats).parse({ id: 'any', rig: '' })).toEqual({ id: 'any', rig: null })
    expect(sentencesOf(updateSchema(boats).safeParse({ id: ID, name: null }))).toEqual({
      name: 'Enter the name.',
    })
    expect(updateSchema(boats).parse({ id: ID, berths: null })).toEqual({ id: ID, berths: 2 })
  })

  it('takes the time a version was answered with', () => {
    const seen = '2026-01-01T00:00:00.000Z'
    expect(updateSchema(boats).parse({ id: ID, updatedAt: seen })).toEqual({ id: ID, updatedAt: seen })
    expect(updateSchema(boats).parse({ id: ID, updatedAt: null })).toEqual({ id: ID })
    expect(updateSchema(boats).safeParse({ id: ID, updatedAt: 'yesterday' }).success).toBe(false)
  })

  it('needs the whole record to replace one', () => {
    expect(sentencesOf(replaceSchema(boats).safeParse({ id: ID, berths: 3 }))).toEqual({
      name: 'Enter the name.',
    })
  })
})

describe('listing', () => {
  it('needs nothing', () => {
    expect(listSchema(boats).parse(undefined)).toEqual({ page: 1, limit: 20 })
  })

  it('reads what a query string holds', () => {
    const sent = {
      page: '2',
      limit: '5',
      rig: 'sloop, ketch',
      berthsFrom: '3',
      insured: 'true',
      q: ' a ',
      name: '',
    }
    expect(listSchema(boats).parse(sent)).toEqual({
      page: 2,
      limit: 5,
      rig: ['sloop', 'ketch'],
      berthsFrom: 3,
      insured: true,
      q: 'a',
      name: undefined,
    })
  })

  it('refuses filters that can match nothing of their kind', () => {
    expect(
      sentencesOf(listSchema(boats).safeParse({ berthsTo: 'many', harbourId: 'x', insured: 'maybe' })),
    ).toEqual({
      berthsTo: 'Enter a number.',
      'harbourId.0': 'Choose one from the list.',
      insured: 'Choose yes or no.',
    })
  })

  it('sorts by its sortable fields', () => {
    expect(sortKeys(boats)).toEqual([
      'name',
      'berths',
      'insured',
      'rig',
      'harbourId',
      'tonnage',
      'createdAt',
      'updatedAt',
    ])
    expect(sentencesOf(listSchema(boats).safeParse({ sortBy: 'id' }))).toEqual({
      sortBy: 'This list cannot be sorted by that.',
    })
  })
})

describe('answers', () => {
  const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }
  const record = {
    id: ID,
    name: 'Ariel',
    berths: 2,
    insured: true,
    rig: null,
    harbourId: null,
    harbour: null,
    tonnage: 12,
    ...times,
  }

  it('carry every field, and nothing the declaration does not know', () => {
    expect(recordSchema(boats).parse({ ...record, tenantId: ID })).toEqual(record)
    expect(pageSchema(boats).parse({ items: [record], total: 1, page: 1, limit: 20 }).items).toEqual([record])
    expect(recordSchema(boats).safeParse({ ...record, berths: null }).success).toBe(false)
  })
})
