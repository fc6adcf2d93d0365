'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Appointment } from '../appointments/appointment.ts'
import { AppointmentList } from './appointment-list.tsx'
import { Nothing } from './page-columns.tsx'

interface HistoryPanelProps {
  title: string
  nothing: string
  appointments: readonly Appointment[] | undefined
  withPet?: boolean
  /** how many more there are than are listed */
  more?: number
  onOpen: (appointmentId: string) => void
}

/** A panel of appointments. */
export function HistoryPanel({ title, nothing, appointments, withPet, more = 0, onOpen }: HistoryPanelProps) {
  const isListed = appointments !== undefined && appointments.length > 0
  return (
    <Panel title={title} flush={isListed}>
      {!appointments && <SkeletonRows rows={3} label={`Loading: ${title}`} />}
      {appointments?.length === 0 && <Nothing>{nothing}</Nothing>}
      {isListed && (
        <chakra.div pt="3">
          <AppointmentList appointments={appointments} withPet={withPet ?? false} onOpen={onOpen} />
          {more > 0 && (
            <chakra.p px={{ base: '4', sm: '6' }} py="3" borderTopWidth="1px" color="fg.muted" textStyle="sm">
              {more} earlier {more === 1 ? 'appointment is' : 'appointments are'} in the list of appointments.
            </chakra.p>
          )}
        </chakra.div>
      )}
    </Panel>
  )
}
