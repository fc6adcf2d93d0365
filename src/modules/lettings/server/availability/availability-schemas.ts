import { z } from 'zod'
import { recordSchema } from '#src/resources/record-schemas.ts'
import { bookings } from '../../resources/bookings.ts'
import { properties } from '../../resources/properties.ts'
import { countNights } from '../../stay.ts'

/** The longest stretch a calendar may ask for, in nights. */
export const MAX_NIGHTS = 92
/** The longest stretch occupancy may be asked for. */
const MAX_MONTHS = 24

const day = z.iso.date('Enter a date, such as 2024-05-31.')
const month = z.stringFormat('month', /^\d{4}-(0[1-9]|1[0-2])$/, 'Enter a month, such as 2024-05.')
const propertyId = z.guid('Choose one from the list.').optional()

export const nightsQuery = z
  .object({ from: day, to: day.describe('The day after the last night'), propertyId })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'The end must be after the start.' })
  .refine(({ from, to }) => countNights({ checkIn: from, checkOut: to }) <= MAX_NIGHTS, {
    path: ['to'],
    error: `At most ${MAX_NIGHTS} nights at once.`,
  })
export type NightsQuery = z.infer<typeof nightsQuery>

/** The properties of a calendar, and whoever stays in them. */
export const nightsAnswer = z.object({
  properties: z.array(recordSchema(properties)),
  bookings: z.array(recordSchema(bookings)),
})

export const occupancyQuery = z
  .object({ from: month, to: month.describe('The last month, included'), propertyId })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The end must not be before the start.' })
  .refine(({ from, to }) => countMonths(from, to) <= MAX_MONTHS, {
    path: ['to'],
    error: `At most ${MAX_MONTHS} months at once.`,
  })
export type OccupancyQuery = z.infer<typeof occupancyQuery>

function countMonths(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1
  )
}

const nights = z.number().int()

export const monthOccupancy = z.object({
  month: z.string().describe('YYYY-MM'),
  bookedNights: nights,
  availableNights: nights.describe('Nights since the property was added, or since its first booking'),
})

const monthOfProperty = monthOccupancy.extend({
  revenue: z
    .array(z.object({ currency: z.string(), cents: z.number().int() }))
    .describe('Totals of the bookings whose check-in is in this month'),
})

export const occupancyAnswer = z.object({
  months: z.array(monthOccupancy).describe('All properties together'),
  properties: z.array(z.object({ id: z.guid(), name: z.string(), months: z.array(monthOfProperty) })),
})
export type MonthOccupancy = z.infer<typeof monthOccupancy>
export type OccupancyAnswer = z.infer<typeof occupancyAnswer>
export type PropertyOccupancy = OccupancyAnswer['properties'][number]
