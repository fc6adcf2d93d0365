'use client'

import NextLink from 'next/link'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import { formatDuration } from '#src/ui/format/durations.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { FactList } from '../fact-list.tsx'
import { plannedMinutes, type Appointment } from './appointment.ts'

/** What is agreed about an appointment, and what became of it. */
export function AppointmentFacts({ appointment }: { appointment: Appointment }) {
  const { timeZone } = useFormatSettings()
  const { actualStart, actualEnd } = appointment
  return (
    <FactList
      facts={[
        ['Pet', <PageLink key="pet" resource="pets" {...appointment.pet} />],
        ['Owner', <PageLink key="owner" resource="owners" {...appointment.owner} />],
        ['Service', appointment.service.label],
        ['With', appointment.staff.label],
        ['Place', appointment.resource?.label],
        ['Planned', formatDuration(plannedMinutes(appointment) * 60_000)],
        ['Started', actualStart && printClock(actualStart, timeZone)],
        ['Ended', actualEnd && printClock(actualEnd, timeZone)],
        ['Cancelled', appointment.cancellationReason],
        ['Unvaccinated', appointment.vaccinationOverrideReason],
        ['Notes', appointment.notes],
      ]}
    />
  )
}

function PageLink({ resource, id, label }: { resource: string; id: string; label: string }) {
  return <NextLink href={`/pet-care/${resource}/${id}/overview`}>{label}</NextLink>
}
