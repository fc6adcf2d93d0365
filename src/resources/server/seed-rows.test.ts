import { describe, expect, it } from 'vitest'
import { defineModule, defineStarters } from '../define-module.ts'
import { defineResource } from '../define-resource.ts'
import { availability } from '../fields/availability.ts'
import { integer } from '../fields/integer.ts'
import { tags } from '../fields/tags.ts'
import { text } from '../fields/text.ts'
import { createBlueprintOf } from './module-blueprint.ts'
import { buildSeedRows } from './seed-rows.ts'

const piers = defineResource({
  name: 'piers',
  singular: 'pier',
  description: 'Piers',
  icon: 'anchor',
  fields: {
    name: text({ label: 'Name', required: true }),
    maxLength: integer({ label: 'Longest boat', default: 12 }),
    note: text({ label: 'Note' }),
    openHours: availability({ label: 'Hours' }),
    signs: tags({ label: 'Signs' }),
  },
  columns: ['name'],
})
const openHours = { monday: [{ from: '08:00', to: '18:00' }] }
const words = { title: 'Marina', description: 'Piers', icon: 'anchor' }
const marina = defineModule({
  id: 'marina',
  industry: 'lettings',
  ...words,
  resources: [piers],
  starters: defineStarters(piers, [
    { key: 'north', title: 'North', detail: '', values: { name: ' North ', openHours, signs: ['slow'] } },
    { key: 'south', title: 'South', detail: '', values: { name: 'South', maxLength: 20 } },
  ]),
})
const empty = defineModule({ id: 'empty', industry: 'overlay', ...words, resources: [piers] })

describe('rows to start with', () => {
  it('are complete, checked and ready for the driver', () => {
    expect(buildSeedRows([marina], { services: ['south', 'north'] })).toEqual([
      {
        table: 'piers',
        columns: ['name', 'max_length', 'note', 'open_hours', 'signs'],
        rows: [
          ['North', 12, null, JSON.stringify(openHours), ['slow']],
          ['South', 20, null, '{}', []],
        ],
      },
    ])
  })

  it('are none when nothing known was chosen', () => {
    expect(buildSeedRows([marina], { services: [] })).toEqual([])
    expect(buildSeedRows([marina], { services: ['west'] })).toEqual([])
    expect(buildSeedRows([empty], { services: ['north'] })).toEqual([])
  })
})

describe('a blueprint', () => {
  const migration = { set: 'marina', name: '0001_piers', up: '', down: '', checksum: '', breaking: false }
  const blueprintOf = createBlueprintOf([marina, empty], new Map([['marina', [migration]]]))

  it('has the modules that were chosen, in the order of the registry', () => {
    const blueprint = blueprintOf({ modules: ['empty', 'unknown', 'marina'], services: ['north'] })
    expect(blueprint.modules).toEqual(['marina', 'empty'])
    expect(blueprint.migrations).toEqual([migration])
    expect(blueprint.seed).toHaveLength(1)
  })

  it('seeds nothing of a module that was not chosen', () => {
    expect(blueprintOf({ modules: ['empty'], services: ['north'] })).toEqual({
      modules: ['empty'],
      migrations: [],
      seed: [],
      ownRows: [],
    })
  })
})
