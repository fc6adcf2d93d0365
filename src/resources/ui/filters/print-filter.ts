import { formatDate, formatDay } from '#src/ui/format/dates.ts'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { AnyField } from '../../fields/any-field.ts'
import { withUnit } from '../fields/print-value.ts'
import type { Filters } from './filter-values.ts'

type PrintOptions = { name: string; field: AnyField; timeZone: string; currency: string }

/** A filter in words, such as `5 kg to 10 kg`; undefined while the field narrows nothing. */
export function printFilter(
  filters: Filters,
  { name, field, ...settings }: PrintOptions,
): string | undefined {
  if (field.filter.style === 'range') {
    const from = printEnd(field, filters[`${name}From`], settings)
    const to = printEnd(field, filters[`${name}To`], settings)
    if (from && to) return from === to ? from : `${from} to ${to}`
    return from ? `from ${from}` : to && `up to ${to}`
  }
  const value = filters[name]
  if (!value) return undefined
  if (field.kind === 'select') {
    return value
      .split(',')
      .map((one) => field.options.find((option) => option.value === one)?.label ?? one)
      .join(', ')
  }
  if (field.kind === 'boolean') return value === 'true' ? 'yes' : 'no'
  return value
}

function printEnd(
  field: AnyField,
  text: string | undefined,
  { timeZone, currency }: { timeZone: string; currency: string },
): string | undefined {
  if (!text) return undefined
  switch (field.kind) {
    case 'money':
      return Number.isFinite(Number(text)) ? formatMoney(Number(text), currency) : text
    case 'integer':
    case 'decimal':
      return Number.isFinite(Number(text)) ? withUnit(formatNumber(Number(text)), field.unit) : text
    case 'date':
      return formatDay(text)
    case 'date-time':
      return formatDate(text, timeZone)
    default:
      return text
  }
}
