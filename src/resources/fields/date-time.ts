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

const EXAMPLE = 'Enter a date and time, such as 2024-05-31T09:30:00Z.'
const EARLIEST = '1900-01-01T00:00:00.000Z'
const LATEST = '2199-12-31T23:59:59.999Z'
const withOffset = z.iso.datetime({ offset: true })

export type DateTimeField<P extends Presence = Presence> = Field<'date-time', string, P, 'range'>

/** A point in time: ISO 8601 with Z or an offset, answered in UTC with milliseconds. */
export function dateTime<const O extends FieldOptions<string>>(options: O): DateTimeField<PresenceOf<O>> {
  const value = z.iso
    .datetime({ error: typeSentence(options.missing ?? EXAMPLE, EXAMPLE) })
    .refine((time) => time >= EARLIEST && time <= LATEST, 'The year must be between 1900 and 2199.')
  return {
    kind: 'date-time',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'timestamp with time zone',
    filter: rangeFilter({ value, normalise }),
    value,
    output: z.iso.datetime(),
    normalise,
    toRow,
    toJson: (stored) => storedDate(stored).toISOString(),
  }
}

function normalise(raw: unknown): unknown {
  const text = trimmedText(raw)
  return withOffset.safeParse(text).success ? new Date(String(text)).toISOString() : text
}

function toRow(time: string): Date {
  return new Date(time)
}
