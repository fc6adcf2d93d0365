import { z } from 'zod'
import { describeField, typeSentence, type Field, type FieldOptions } from './field.ts'
import { noFilter } from './filter.ts'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

const MAX_SPANS = 6
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/

const span = z
  .object(
    {
      from: z.string('Enter a time, such as 09:00.').regex(CLOCK, 'Enter a time, such as 09:00.'),
      to: z.string('Enter a time, such as 17:30.').regex(CLOCK, 'Enter a time, such as 17:30.'),
    },
    'Each span has a time it starts and a time it ends.',
  )
  .refine(({ from, to }) => from < to, 'A span must end after it starts.')

const day = z
  .array(span, 'A day is a list of spans.')
  .max(MAX_SPANS, `At most ${MAX_SPANS} spans a day.`)
  .refine(
    (spans) => spans.every(({ from }, index) => index === 0 || (spans[index - 1]?.to ?? '') <= from),
    'Spans of a day must follow each other without overlap.',
  )

/** Hours of a usual week on the tenant's clock, `{ monday: [{ from: '09:00', to: '17:00' }] }`. */
export const weeklyHours = z.partialRecord(z.enum(weekdays), day, {
  error: typeSentence('Enter the hours of a week.', 'Hours are lists of spans by weekday, such as monday.'),
})
export type WeeklyHours = z.infer<typeof weeklyHours>

export type AvailabilityField = Field<'availability', WeeklyHours, 'defaulted', 'none'> & { sortable: false }

/** The hours of a usual week; days that are missing are free days. */
export function availability(options: Omit<FieldOptions<WeeklyHours>, 'required'>): AvailabilityField {
  return {
    kind: 'availability',
    ...describeField({ ...options, default: options.default ?? {} }),
    defaultValue: options.default ?? {},
    sortable: false,
    columnType: 'jsonb',
    filter: noFilter,
    value: weeklyHours,
    output: weeklyHours,
    normalise: (raw) => (raw === '' ? null : raw),
    toRow: (hours) => hours,
    toJson: (stored) => weeklyHours.parse(stored),
  }
}
