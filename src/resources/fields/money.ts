import { z } from 'zod'
import {
  describeField,
  inSentence,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { rangeFilter } from './filter.ts'
import { storedNumber, typedNumber } from './text-rules.ts'

/** The largest amount a PostgreSQL integer of cents holds, rounded down to a number people can read. */
const MAX_CENTS = 2_000_000_000

export type MoneyField<P extends Presence = Presence> = Field<'money', number, P, 'range'> & {
  /** cents */
  min: number
  /** cents */
  max: number
  /** the field that names the currency; without one it is the currency of the tenant */
  currencyField: string | null
  /** a reference whose record names the currency in a field of that same name, for forms of records without one yet */
  currencyFrom: string | null
}
type Options = FieldOptions<number> & {
  min?: number
  max?: number
  currencyField?: string
  currencyFrom?: string
}

/** An amount of money in whole cents, never a fraction; from zero unless `min` says otherwise. */
export function money<const O extends Options>(options: O): MoneyField<PresenceOf<O>> {
  const { min = 0, max = MAX_CENTS, currencyField = null, currencyFrom = null } = options
  const missing = options.missing ?? `Enter the ${inSentence(options.label)}.`
  const value = z
    .number({ error: typeSentence(missing, 'Enter an amount.') })
    .int('Enter the amount in whole cents.')
    .min(min, min === 0 ? 'The amount cannot be negative.' : `At least ${inWholeUnits(min)}.`)
    .max(max, `At most ${inWholeUnits(max)}.`)
  return {
    kind: 'money',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'integer',
    filter: rangeFilter({ value, normalise: typedNumber }),
    min,
    max,
    currencyField,
    currencyFrom,
    value,
    output: z.number().int(),
    normalise: typedNumber,
    toRow: (cents) => cents,
    toJson: storedNumber,
  }
}

function inWholeUnits(cents: number): string {
  return (cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })
}
