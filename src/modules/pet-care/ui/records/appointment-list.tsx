'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { dayAt, printDay } from '#src/ui/calendar/calendar-day.ts'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { AppointmentBadge } from '../appointments/appointment-badge.tsx'
import type { Appointment } from '../appointments/appointment.ts'

const List = chakra('ul', { base: { listStyle: 'none' } })
const Line = chakra('li', {
  base: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: '4',
    rowGap: '1',
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
    _first: { borderTopWidth: '0' },
    '@media (hover: hover)': { '&:hover': { bg: 'bg.subtle' } },
  },
})
const Opener = chakra('button', {
  base: {
    fontWeight: 'medium',
    textAlign: 'start',
    cursor: 'button',
    outline: '0',
    _after: { content: '""', position: 'absolute', inset: '0' },
    _focusVisible: { _after: { outline: '2px solid {colors.accent}', outlineOffset: '-2px' } },
  },
})

interface AppointmentListProps {
  appointments: readonly Appointment[]
  /** whether a line begins with the pet, where they are of several */
  withPet?: boolean
  onOpen: (appointmentId: string) => void
}

/** Appointments one below the other: when, what, with whom, and what became of them. */
export function AppointmentList({ appointments, withPet = false, onOpen }: AppointmentListProps) {
  const { timeZone } = useFormatSettings()
  return (
    <List>
      {appointments.map(({ id, pet, service, staff, scheduledStart, status }) => (
        <Line key={id}>
          <chakra.div minW="0">
            <Opener type="button" onClick={() => onOpen(id)}>
              {withPet ? `${pet.label}, ${service.label}` : service.label}
            </Opener>
            <chakra.p textStyle="sm" color="fg.muted" fontVariantNumeric="tabular-nums">
              {printDay(dayAt(scheduledStart, timeZone), 'medium')} {scheduledStart.slice(0, 4)},{' '}
              {printClock(scheduledStart, timeZone)}, with {staff.label}
            </chakra.p>
          </chakra.div>
          <AppointmentBadge status={status} />
        </Line>
      ))}
    </List>
  )
}
