import { describe, expect, it } from 'vitest'
import { flattenSchema } from './flatten-schema.ts'
import { sampleDocument } from './testing/sample-document.ts'

describe('flattenSchema', () => {
  it('puts nested fields behind what they lie in', () => {
    const rows = flattenSchema(sampleDocument, {
      type: 'object',
      required: ['owner'],
      properties: {
        owner: {
          type: 'object',
          required: ['email'],
          properties: { email: { type: 'string', format: 'email', maxLength: 254 } },
        },
        tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
      },
    })
    expect(rows.map(({ within, name, type, isRequired }) => [within + name, type, isRequired])).toEqual([
      ['owner', 'object', true],
      ['owner.email', 'e-mail address', true],
      ['tags', 'list of text', false],
    ])
    expect(rows[1]?.limits).toEqual(['254 characters at most'])
    expect(rows[2]?.limits).toEqual(['5 at most'])
  })

  it('follows references, and looks into lists', () => {
    const rows = flattenSchema(sampleDocument, {
      properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
    })
    expect(rows.map(({ within, name, type }) => [within + name, type])).toEqual([
      ['items', 'list of object'],
      ['items[].species', 'one of'],
      ['items[].weight', 'number or null'],
    ])
    expect(rows[1]?.choices).toEqual(['dog', 'cat'])
  })

  it('does not repeat the name of a field as its description', () => {
    const rows = flattenSchema(sampleDocument, {
      properties: {
        ownerId: { type: 'string', description: 'Owner' },
        notes: { description: 'Shy, bites.' },
      },
    })
    expect(rows.map(({ description }) => description)).toEqual(['', 'Shy, bites.'])
  })

  it('says what is taken when a field is left out', () => {
    const [row] = flattenSchema(sampleDocument, { properties: { limit: { type: 'integer', default: 20 } } })
    expect(row?.limits).toEqual(['20 if left out'])
  })

  it('ends, even where a schema contains itself', () => {
    const loop = { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop' } } }
    expect(flattenSchema(sampleDocument, loop).length).toBeLessThan(20)
  })
})
