import fc from 'fast-check'
import type { Schema } from './operations.ts'

const MAX_DEPTH = 6

/** What the values are made for: how references are followed, and the ids of what there is. */
export type Known = { resolve: (schema: Schema) => Schema; ids: readonly string[] }

/** Values of the form a schema asks for. */
export function expectedValue(schema: Schema, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const asked = known.resolve(schema)
  if (asked.const !== undefined) return fc.constant(asked.const)
  if (asked.enum) return fc.constantFrom(...asked.enum)
  const choices = asked.anyOf ?? asked.oneOf
  if (choices?.length && depth < MAX_DEPTH)
    return fc.oneof(...choices.map((choice) => expectedValue(choice, known, depth + 1)))
  const [type] = [asked.type].flat()
  switch (type) {
    case 'object':
      return expectedObject(asked, known, depth)
    case 'array':
      return depth < MAX_DEPTH
        ? fc.array(expectedValue(asked.items ?? {}, known, depth + 1), { maxLength: 3 })
        : fc.constant([])
    case 'integer':
      return fc.integer({ min: boundOf(asked.minimum, 0), max: boundOf(asked.maximum, 1000) })
    case 'number':
      return fc.integer({ min: boundOf(asked.minimum, 0), max: boundOf(asked.maximum, 1000) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return expectedText(asked, known)
  }
}

function expectedObject(
  { properties = {}, required = [] }: Schema,
  known: Known,
  depth: number,
): fc.Arbitrary<unknown> {
  if (depth >= MAX_DEPTH) return fc.constant({})
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, expectedValue(schema, known, depth + 1)]),
  )
  return fc.record(model, { requiredKeys: required.filter((name) => name in model) })
}

function expectedText(
  { format, minLength = 0, maxLength = 40 }: Schema,
  { ids }: Known,
): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), fc.uuid()) : fc.uuid()
    case 'email':
      return fc.constantFrom('ada@example.com', 'grace@example.com')
    case 'date':
      return fc.constantFrom('2026-02-28', '2024-02-29')
    case 'date-time':
      return fc.constantFrom('2026-02-28T10:00:00Z', '2026-07-01T10:00:00.000+02:00')
    default:
      return fc.oneof(
        fc.string({ minLength: Math.min(minLength, 40), maxLength: Math.min(maxLength, 40) }),
        fc.constantFrom('Harbour-9-lights', 'Rex', '+44 20 7946 0000', 'EUR', 'Europe/London', 'cat'),
      )
  }
}

function boundOf(given: number | undefined, standard: number): number {
  const bound = given ?? standard
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(bound)))
}
