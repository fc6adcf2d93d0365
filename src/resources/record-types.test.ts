import { describe, expect, expectTypeOf, it } from 'vitest'
import { defineResource } from './define-resource.ts'
import { boolean } from './fields/boolean.ts'
import { date } from './fields/date.ts'
import { reference } from './fields/reference.ts'
import { select } from './fields/select.ts'
import { tags } from './fields/tags.ts'
import { text } from './fields/text.ts'
import type { CreateInput, ListInput, RecordOutput, UpdateInput } from './record-types.ts'

const boats = defineResource({
  name: 'boats',
  singular: 'boat',
  description: 'Boats',
  icon: 'sailboat',
  fields: {
    name: text({ label: 'Name', required: true }),
    rig: select({ label: 'Rig', options: { sloop: 'Sloop', ketch: 'Ketch' } }),
    launched: date({ label: 'Launched' }),
    insured: boolean({ label: 'Insured', default: false }),
    flags: tags({ label: 'Flags' }),
    harbourId: reference({ label: 'Harbour', to: 'harbours', required: true }),
    length: text({ label: 'Length', computed: true, required: true }),
    soldAt: date({ label: 'Sold', computed: true }),
  },
  columns: ['name'],
})
type Boats = typeof boats

describe('a declaration', () => {
  it('derives words and names from the few it is given', () => {
    expect(boats).toMatchObject({ title: 'Boats', model: 'boat', table: 'boats', labelField: 'name' })
    expect(boats).toMatchObject({
      search: ['name'],
      sort: { by: 'name', order: 'asc' },
      rules: [],
      unique: {},
    })
  })
})

describe('types inferred from a declaration', () => {
  it('asks for required fields and leaves the others open when creating', () => {
    expectTypeOf<CreateInput<Boats>>().toEqualTypeOf<{
      name: string
      harbourId: string
      insured?: boolean | undefined
      flags?: string[] | undefined
      rig?: 'sloop' | 'ketch' | null | undefined
      launched?: string | null | undefined
    }>()
  })

  it('makes every field optional when updating, but empties only optional ones', () => {
    expectTypeOf<UpdateInput<Boats>['name']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<UpdateInput<Boats>['rig']>().toEqualTypeOf<'sloop' | 'ketch' | null | undefined>()
    expectTypeOf<UpdateInput<Boats>['id']>().toEqualTypeOf<string>()
  })

  it('answers every field, with the record behind a reference', () => {
    expectTypeOf<RecordOutput<Boats>>().toEqualTypeOf<{
      id: string
      name: string
      harbourId: string
      insured: boolean
      flags: string[]
      rig: 'sloop' | 'ketch' | null
      launched: string | null
      harbour: { id: string; label: string }
      length: string
      soldAt: string | null
      createdAt: string
      updatedAt: string
    }>()
  })

  it('offers the filters and sort keys of the kinds', () => {
    expectTypeOf<ListInput<Boats>['rig']>().toEqualTypeOf<
      'sloop' | 'ketch' | ('sloop' | 'ketch')[] | undefined
    >()
    expectTypeOf<ListInput<Boats>['launchedFrom']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<ListInput<Boats>['sortBy']>().toEqualTypeOf<
      | 'name'
      | 'rig'
      | 'launched'
      | 'insured'
      | 'harbourId'
      | 'length'
      | 'soldAt'
      | 'createdAt'
      | 'updatedAt'
      | undefined
    >()
    expectTypeOf<ListInput<Boats>>().not.toHaveProperty('nameFrom')
  })
})
