'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { CalendarX2 } from 'lucide-react'
import type { CallError } from '#src/trpc/ui/client.ts'
import type { Appointment, Slot } from '../appointments/appointment.ts'
import { offeredSlots } from '../appointments/booking-refusal.ts'
import { SlotButtons } from '../booking/slot-buttons.tsx'

const Box = chakra('div', {
  base: {
    display: 'flex',
    gap: '3',
    px: { base: '4', sm: '5' },
    py: '4',
    bg: 'bg.warning',
    borderBottomWidth: '1px',
    animation: 'fade-in',
    '& > svg': { flexShrink: '0', mt: '0.5', color: 'fg.warning' },
  },
})

interface MoveRefusalProps {
  appointment: Appointment
  error: CallError
  onChoose: (slot: Slot) => void
  onDismiss: () => void
}

/** Says why an appointment went back to where it was, and offers the next free times, one click away. */
export function MoveRefusal({ appointment, error, onChoose, onDismiss }: MoveRefusalProps) {
  const slots = offeredSlots(error) ?? []
  const [sentence] = Object.values(error.details?.fields ?? {}).flat()
  return (
    <Box role="alert">
      <CalendarX2 size={18} aria-hidden />
      <chakra.div flex="1" minW="0" display="grid" gap="3">
        <div>
          <chakra.p fontWeight="semibold">{appointment.pet.label} stays where it was</chakra.p>
          <chakra.p color="fg.muted">
            {sentence ?? error.message}
            {slots.length > 0 && ' These times are free:'}
          </chakra.p>
        </div>
        <SlotButtons slots={slots} onChoose={onChoose} />
      </chakra.div>
      <Button variant="ghost" size="sm" alignSelf="start" onClick={onDismiss}>
        Dismiss
      </Button>
    </Box>
  )
}
