import { z } from 'zod'
import { recordSchema } from '#src/resources/record-schemas.ts'
import { appointments } from '../../resources/appointments.ts'

const DAY_MS = 86_400_000
/** The longest stretch a calendar or a search for free times may ask for, in days. */
export const MAX_DAYS = 62

const moment = z.iso.datetime({ offset: true, error: 'Enter a date and time, such as 2024-05-31T09:30:00Z.' })
const range = { from: moment, to: moment }

function isInOrder({ from, to }: { from: string; to: string }): boolean {
  return Date.parse(from) < Date.parse(to)
}

function isShort({ from, to }: { from: string; to: string }): boolean {
  return Date.parse(to) - Date.parse(from) <= MAX_DAYS * DAY_MS
}

const order = { path: ['to'], error: 'The end must be after the start.' }
const length = { path: ['to'], error: `At most ${MAX_DAYS} days at once.` }

export const appointmentsQuery = z
  .object({ ...range, staffId: z.guid().optional(), resourceId: z.guid().optional() })
  .refine(isInOrder, order)
  .refine(isShort, length)

export const slotsQuery = z
  .object({
    ...range,
    serviceId: z.guid(),
    staffId: z.guid().optional(),
    resourceId: z.guid().optional(),
    petId: z.guid().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  })
  .refine(isInOrder, order)
  .refine(isShort, length)

export type AppointmentsQuery = z.infer<typeof appointmentsQuery>
export type SlotsQuery = z.infer<typeof slotsQuery>

/** A time that can be booked; `resourceId` is the one that was asked for. */
export const slot = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  staffId: z.guid(),
  resourceId: z.guid().nullable(),
})
export type Slot = z.infer<typeof slot>

export const appointmentList = z.array(recordSchema(appointments))
