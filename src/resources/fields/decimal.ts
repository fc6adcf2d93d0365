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

export type DecimalField<P extends Presence = Presence> = Field<'decimal', number, P, 'range'> & {
  min: number
  max: number
  /** digits after the point */
  scale: number
  /** shown behind the number, such as `kg` */
  unit: string | null
}
type Options = FieldOptions<number> & {
  /** digits in all, as in the column's numeric(precision, scale) */
  precision: number
  scale: number
  min?: number
  max?: number
  unit?: string
}

/** A number with a fixed count of digits after the point; at most 15 digits, which JSON carries exactly. */
export function decimal<const O extends Options>(options: O): DecimalField<PresenceOf<O>> {
  const { precision, scale, unit = null } = options
  const largest = Number(`${'9'.repeat(precision - scale) || '0'}.${'9'.repeat(scale) || '0'}`)
  const { min = -largest, max = largest } = options
  const missing = options.missing ?? `Enter the ${inSentence(options.label)}.`
  const value = z
    .number({ error: typeSentence(missing, 'Enter a number.') })
    .min(min, `At least ${min}.`)
    .max(max, `At most ${max}.`)
    .refine(
      (number) => Number(number.toFixed(scale)) === number,
      `At most ${scale} ${scale === 1 ? 'digit' : 'digits'} after the point.`,
    )
  return {
    kind: 'decimal',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: `numeric(${precision},${scale})`,
    filter: rangeFilter({ value, normalise: typedNumber }),
    min,
    max,
    scale,
    unit,
    value,
    output: z.number(),
    normalise: typedNumber,
    toRow: (number) => number,
    toJson: storedNumber,
  }
}
