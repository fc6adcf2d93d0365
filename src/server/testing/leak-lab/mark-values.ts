import type { AnyField } from '#src/resources/fields/any-field.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import { sampleValues } from '#src/resources/server/testing/sample-values.ts'

/** Values of a record of which every text says whose it is. */
export function markedValues(resource: Resource, marker: string): Record<string, unknown> {
  const values = Object.entries(sampleValues(resource)).map(([name, value]) => {
    const field = resource.fields[name]
    return [name, field ? (markField(field, marker) ?? value) : value] as const
  })
  return Object.fromEntries(values)
}

function markField(field: AnyField, marker: string): unknown {
  switch (field.kind) {
    case 'text':
      return field.max < marker.length ? undefined : `${marker} ${field.label}`.slice(0, field.max)
    case 'long-text':
      return JSON.stringify({ note: `A note of ${marker}` })
    case 'email':
      return `record@${marker}.test`
    case 'phone':
      return phoneOf(marker)
    case 'tags':
      return [marker]
    case 'availability':
    case 'boolean':
    case 'currency':
    case 'date':
    case 'date-time':
    case 'decimal':
    case 'file':
    case 'integer':
    case 'member':
    case 'money':
    case 'reference':
    case 'select':
      return undefined
  }
}

/** A number that no other tenant has. */
export function phoneOf(marker: string): string {
  const digits = Number.parseInt(marker.slice(-8), 16).toString().padStart(10, '0')
  return `+49 ${digits.slice(0, 4)} ${digits.slice(4)}`
}
