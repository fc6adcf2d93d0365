import type { AnyField } from '../../fields/any-field.ts'
import type { Resource } from '../../define-resource.ts'
import { isGiven } from '../../fields/field.ts'

/** A value that each kind of field accepts. */
function sampleOf(field: AnyField): unknown {
  switch (field.kind) {
    case 'text':
      return field.max < 8 ? 'x' : `Sample ${crypto.randomUUID().slice(0, 8)}`.slice(0, field.max)
    case 'long-text':
      return 'First line\nsecond'
    case 'email':
      return 'sample@example.com'
    case 'phone':
      return '+44 20 7946 0000'
    case 'integer':
    case 'money':
      return Math.max(field.min, Math.min(field.max, 7))
    case 'decimal':
      return Math.max(field.min, Math.min(field.max, 1.5))
    case 'boolean':
      return true
    case 'date':
      return '2020-02-29'
    case 'date-time':
      return '2099-05-31T09:30:00.000Z'
    case 'select':
      return field.options[0]?.value
    case 'currency':
      return 'EUR'
    case 'tags':
      return ['one', 'two']
    case 'availability':
      return { monday: [{ from: '09:00', to: '17:00' }] }
    case 'file':
    case 'reference':
    case 'member':
      return null
  }
}

/** Values for every field that people fill in of a new record, but references, members and files, which need real ones. */
export function sampleValues({ fields }: Resource): Record<string, unknown> {
  const values = Object.entries(fields)
    .filter(([, field]) => isGiven(field))
    .map(([name, field]) => [name, sampleOf(field)] as const)
  const sample: Record<string, unknown> = Object.fromEntries(values.filter(([, value]) => value !== null))
  // Spans of days that have a beginning and an end.
  if ('checkOut' in sample) sample['checkOut'] = '2020-03-01'
  if ('expiryDate' in sample) sample['expiryDate'] = '2100-01-01'
  // What was bought long ago still counts.
  delete sample['expiryDays']
  // A text that programs read.
  if ('variables' in sample) sample['variables'] = '{ "radius": 3 }'
  return sample
}
