'use client'

import { Badge } from '@chakra-ui/react/badge'
import { paletteOf } from '#src/ui/calendar/calendar-tone.ts'
import type { AppointmentStatus } from './appointment.ts'
import { lookOf } from './status-look.ts'

/** A status as icon, word and colour. */
export function AppointmentBadge({ status }: { status: AppointmentStatus }) {
  const { word, icon: Icon, tone } = lookOf(status)
  return (
    <Badge colorPalette={paletteOf(tone)}>
      <Icon size={13} aria-hidden />
      {word}
    </Badge>
  )
}
