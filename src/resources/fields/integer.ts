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

/** The range of a PostgreSQL integer. */
const COLUMN_MIN = -2_147_483_648
const COLUMN_MAX = 2_147_483_647

export type IntegerField<P extends Presence = Presence> = Field<'integer', number, P, 'range'> & {
  min: number
  max: number
  /** shown behind the number, such as `minutes` */
  unit: string | null
}
type Options = FieldOptions<number> & { min?: number; max?: number; unit?: string }

/** A whole number between `min` and `max`, both included. */
export function integer<const O extends Options>(options: O): IntegerField<PresenceOf<O>> {
  const { min = COLUMN_MIN, max = COLUMN_MAX, unit = null } = options
  const value = wholeNumber({
    min,
    max,
    missing: options.missing ?? `Enter the ${inSentence(options.label)}.`,
  })
  return {
    kind: 'integer',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'integer',
    filter: rangeFilter({ value, normalise: typedNumber }),
    min,
    max,
    unit,
    value,
    output: z.number().int(),
    normalise: typedNumber,
    toRow: (number) => number,
    toJson: storedNumber,
  }
}

function wholeNumber({ min, max, missing }: { min: number; max: number; missing: string }) {
  return z
    .number({ error: typeSentence(missing, 'Enter a number.') })
    .int('Enter a whole number.')
    .min(min, `At least ${min.toLocaleString('en')}.`)
    .max(max, `At most ${max.toLocaleString('en')}.`)
}
