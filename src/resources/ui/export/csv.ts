import { csvLine, withoutFormula } from '#src/shared/csv.ts'
import { getCurrencyDigits } from '#src/ui/format/money.ts'
import type { Resource } from '../../define-resource.ts'
import type { AnyField } from '../../fields/any-field.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { currencyOf, printValue } from '../fields/print-value.ts'
import { shownFields } from '../form-values.ts'

type Settings = { timeZone: string; currency: string; people?: ReadonlyMap<string, string> }

/** The first line of a file: the labels of all fields, then when each record was made and changed. */
export function csvHead(resource: Resource): string {
  return csvLine([...shownFields(resource).map(([, field]) => field.label), 'Created', 'Changed'])
}

/** One record as a line: words as on screen, numbers and dates as programs read them. */
export function csvRecord(resource: Resource, record: AnyRecord, settings: Settings): string {
  const values = shownFields(resource).map(([name, field]) => cellText({ name, field, record, ...settings }))
  return csvLine([...values, record.createdAt, record.updatedAt])
}

function cellText(cell: { name: string; field: AnyField; record: AnyRecord } & Settings): string {
  const { name, field, record, currency } = cell
  const value = record[name]
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'money': {
      const digits = getCurrencyDigits(currencyOf(field, record, currency))
      return typeof value === 'number' ? (value / 10 ** digits).toFixed(digits) : ''
    }
    case 'integer':
    case 'decimal':
    case 'date':
    case 'date-time':
    case 'phone':
      return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
    default:
      return withoutFormula(printValue(cell))
  }
}
