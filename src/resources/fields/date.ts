import { z } from 'zod'
import {
  describeField,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { rangeFilter } from './filter.ts'
import { storedDate, trimmedText } from './text-rules.ts'

const EXAMPLE = 'Enter a date, such as 2024-05-31.'
const EARLIEST = '1900-01-01'
const LATEST = '2199-12-31'
const DAY_MS = 86_400_000

export type DateField<P extends Presence = Presence> = Field<'date', string, P, 'range'> & {
  /** first and last day that may be entered, YYYY-MM-DD */
  earliest: string
  latest: string
  /** days to come are refused */
  past: boolean
}
type Options = FieldOptions<string> & { earliest?: string; latest?: string; past?: boolean }

/** A calendar day without a time, YYYY-MM-DD. */
export function date<const O extends Options>(options: O): DateField<PresenceOf<O>> {
  const { earliest = EARLIEST, latest = LATEST, past = false } = options
  const value = z.iso
    .date({ error: typeSentence(options.missing ?? EXAMPLE, EXAMPLE) })
    .refine((day) => day >= earliest, `Not before ${earliest}.`)
    .refine((day) => day <= latest, `Not after ${latest}.`)
  return {
    kind: 'date',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'date',
    filter: rangeFilter({ value, normalise: trimmedText }),
    earliest,
    latest,
    past,
    value: past ? value.refine((day) => day <= lastToday(), 'This day is still to come.') : value,
    output: z.iso.date(),
    normalise: trimmedText,
    toRow,
    toJson: (stored) => storedDate(stored).toISOString().slice(0, 10),
  }
}

function toRow(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The date it is now where the day begins first (UTC+14). */
function lastToday(): string {
  return new Date(Date.now() + (14 / 24) * DAY_MS).toISOString().slice(0, 10)
}
