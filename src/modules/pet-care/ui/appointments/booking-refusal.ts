import { z } from 'zod'
import type { CallError } from '#src/trpc/ui/client.ts'
import type { Slot } from './appointment.ts'

const slots = z.array(
  z.object({
    start: z.string(),
    end: z.string(),
    staffId: z.string(),
    resourceId: z.string().nullable(),
  }),
)

/** The times that the answer to a double booking offers instead; undefined for any other error. */
export function offeredSlots(error: CallError): Slot[] | undefined {
  if (error.code !== 'BOOKING_CONFLICT') return undefined
  const offered = slots.safeParse(error.details?.['slots'])
  return offered.success ? offered.data : []
}
