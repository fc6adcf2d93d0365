import { defineResource } from '../../define-resource.ts'
import { createSchema } from '../../record-schemas.ts'
import type { AnyField } from '../any-field.ts'

/** A resource that has nothing but the field. */
export function resourceWith(field: AnyField) {
  return defineResource({
    name: 'probes',
    singular: 'probe',
    description: 'Probes',
    icon: 'square',
    fields: { valueId: field },
    columns: ['valueId'],
    search: [],
    sort: { by: 'createdAt', order: 'asc' },
  })
}

/** What creating a record makes of `raw`: the value, or the sentences people would read. */
export function readField(field: AnyField, raw: unknown): { value: unknown } | { sentences: string[] } {
  const parsed = createSchema(resourceWith(field)).safeParse({ valueId: raw })
  if (parsed.success) return { value: parsed.data['valueId'] }
  return { sentences: parsed.error.issues.map(({ message }) => message) }
}

/** The value the database would answer after `raw` was stored, through the field's own conversions. */
export function roundTrip(field: AnyField, raw: unknown): unknown {
  const read = readField(field, raw)
  if (!('value' in read)) throw new Error(`Refused: ${read.sentences.join(' ')}`)
  if (read.value === null) return null
  const { toRow } = field as { toRow: (value: unknown) => unknown }
  return field.output.parse(field.toJson(toRow(read.value)))
}
