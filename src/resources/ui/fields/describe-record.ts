import type { Resource } from '../../define-resource.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { printValue } from './print-value.ts'

const PARTS = 2

/** What tells a record from another of the same name, in a line: the first of its columns that have a value. */
export function describeRecord(
  resource: Resource,
  record: AnyRecord,
  settings: { timeZone: string; currency: string },
): string {
  return resource.columns
    .filter((name) => name !== resource.labelField)
    .map((name) => {
      const field = resource.fields[name]
      if (!field || field.kind === 'boolean') return ''
      return printValue({ name, field, record, ...settings })
    })
    .filter((text) => text !== '')
    .slice(0, PARTS)
    .join(' · ')
}
