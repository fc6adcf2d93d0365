import { describe, expect, it } from 'vitest'
import { requireResource, type Module } from '#src/resources/define-module.ts'
import { createSchema } from '#src/resources/record-schemas.ts'
import { industries } from '#src/tenancy/tenant.ts'
import { modules } from './registry.ts'

const all: readonly Module[] = modules

describe('the modules together', () => {
  it('serve every industry once', () => {
    const served = all.flatMap(({ industry }) => (industry === null ? [] : [industry]))
    expect(served.toSorted()).toEqual(industries.toSorted())
  })

  it.each([
    ['names of resources', all.flatMap(({ resources }) => resources.map(({ name }) => name))],
    ['tables', all.flatMap(({ resources }) => resources.map(({ table }) => table))],
    ['models', all.flatMap(({ resources }) => resources.map(({ model }) => model))],
    ['keys of starters', all.flatMap(({ starters }) => starters.map(({ key }) => key))],
  ])('share no %s', (_, names) => {
    expect(names).toEqual([...new Set(names)])
  })

  it('start with records that keep their own rules', () => {
    for (const declared of all) {
      for (const { key, resource, values } of declared.starters) {
        const parsed = createSchema(requireResource(declared, resource)).safeParse(values)
        expect(parsed.error?.issues, key).toBeUndefined()
        expect(Object.keys(parsed.data ?? {}), key).toEqual(expect.arrayContaining(Object.keys(values)))
      }
    }
  })
})
