import { assertNever } from '#src/shared/assert-never.ts'
import { storedFile } from '#src/files/stored-file.ts'
import { formatDate, formatDay } from '#src/ui/format/dates.ts'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { AnyField } from '../../fields/any-field.ts'
import { weeklyHours } from '../../fields/availability.ts'
import { referenceKey } from '../../naming.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { describeHours } from './describe-hours.ts'

type PrintOptions = {
  name: string
  field: AnyField
  record: AnyRecord
  timeZone: string
  /** of the tenant, for amounts that name none of their own */
  currency: string
  /** names of people by their id; without it they print as '' */
  people?: ReadonlyMap<string, string> | undefined
}

/** A value in words, as tables and summaries show it; '' when there is none. */
export function printValue({ name, field, record, timeZone, currency, people }: PrintOptions): string {
  const value = record[name]
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? withUnit(formatNumber(value), field.unit) : ''
    case 'money':
      return typeof value === 'number' ? formatMoney(value, currencyOf(field, record, currency)) : ''
    case 'boolean':
      return value === true ? 'Yes' : 'No'
    case 'date':
      return typeof value === 'string' ? formatDay(value) : ''
    case 'date-time':
      return typeof value === 'string' ? formatDate(value, timeZone) : ''
    case 'select':
      return field.options.find((option) => option.value === value)?.label ?? textOf(value)
    case 'tags':
      return Array.isArray(value) ? value.map(textOf).join(', ') : ''
    case 'availability':
      return describeHours(weeklyHours.safeParse(value).data ?? {})
    case 'file':
      return storedFile.safeParse(value).data?.name ?? ''
    case 'reference':
      return labelOf(record[referenceKey(name)])
    case 'text':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'currency':
      return textOf(value)
    case 'member':
      return people?.get(textOf(value)) ?? ''
    default:
      return assertNever(field)
  }
}

/** The currency of an amount: of the record's own field if it has one, else the tenant's. */
export function currencyOf(
  { currencyField }: { currencyField: string | null },
  values: Record<string, unknown>,
  currency: string,
): string {
  const own = currencyField === null ? undefined : values[currencyField]
  return typeof own === 'string' && /^[A-Z]{3}$/.test(own) ? own : currency
}

/** `90 min` reads better in a table than `90 minutes`. */
export function withUnit(number: string, unit: string | null): string {
  return unit === null ? number : `${number} ${shortUnit(unit)}`
}

/** A unit short enough for an input or a cell. */
export function shortUnit(unit: string): string {
  return unit === 'minutes' ? 'min' : unit
}

function labelOf(reference: unknown): string {
  return reference && typeof reference === 'object' ? textOf(Reflect.get(reference, 'label')) : ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
