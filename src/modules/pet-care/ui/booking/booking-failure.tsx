'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { CallError } from '#src/trpc/ui/client.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import type { Slot } from '../appointments/appointment.ts'
import { offeredSlots } from '../appointments/booking-refusal.ts'
import { SlotButtons } from './slot-buttons.tsx'

interface BookingFailureProps {
  error: CallError
  /** books, or moves, to one of the times offered instead */
  onChoose: (slot: Slot) => Promise<void>
}

/** Why a booking was refused; for a time that is taken, the next ones that are free. */
export function BookingFailure({ error, onChoose }: BookingFailureProps) {
  const slots = offeredSlots(error)
  if (error.code === 'VACCINATION_REQUIRED') return <FormNotice tone="warning" title={error.message} />
  if (!slots) return <SaveFailure error={error} />
  return (
    <FormNotice tone="warning" title={error.message}>
      {slots.length === 0 ? (
        'There is no free time soon. Try somebody else or another day.'
      ) : (
        <chakra.div display="grid" gap="3" mt="2">
          <p>Free instead, booked with one click:</p>
          <SlotButtons slots={slots} onChoose={(slot) => void onChoose(slot)} />
        </chakra.div>
      )}
    </FormNotice>
  )
}
