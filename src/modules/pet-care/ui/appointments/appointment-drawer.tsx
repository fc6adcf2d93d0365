'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Pencil } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { RecordPanel } from '#src/resources/ui/record-panel.tsx'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { dayAt, printDay } from '#src/ui/calendar/calendar-day.ts'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { useTarget } from '../use-target.ts'
import { AppointmentBadge } from './appointment-badge.tsx'
import { AppointmentFacts } from './appointment-facts.tsx'
import type { Appointment } from './appointment.ts'
import { PetWarnings } from './pet-warnings.tsx'
import { StatusActions } from './status-actions.tsx'

interface AppointmentDrawerProps {
  /** null while the drawer is shut */
  appointmentId: string | null
  onClose: () => void
}

/** One appointment: what to know, what to do next, and a form for the rest. */
export function AppointmentDrawer({ appointmentId, onClose }: AppointmentDrawerProps) {
  const target = useTarget('appointments')
  const { data } = useRecord(target, appointmentId ?? undefined)
  const appointment = data as Appointment | undefined
  const { permits } = useModuleAccess()
  const [editedId, setEditedId] = useState<string>()
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const isEditing = appointmentId !== null && editedId === appointmentId

  const finish = useCallback(() => {
    setDirty(false)
    setEditedId(undefined)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])
  const leaveForm = () => {
    setDirty(false)
    setEditedId(undefined)
  }

  return (
    <Drawer
      open={appointmentId !== null}
      onClose={askToClose}
      title={appointment ? `${appointment.pet.label}, ${appointment.service.label}` : 'Appointment'}
      description={appointment && <When appointment={appointment} />}
      aside={appointment && <AppointmentBadge status={appointment.status} />}
    >
      {appointmentId !== null &&
        (isEditing || !appointment ? (
          <RecordPanel
            target={target}
            recordId={appointmentId}
            onDirtyChange={setDirty}
            onCancel={() => guard(leaveForm)}
            onDone={finish}
            onSaved={leaveForm}
          />
        ) : (
          <chakra.div display="grid" gap="5">
            <PetWarnings petId={appointment.petId} />
            <StatusActions key={appointment.status} appointment={appointment} />
            <AppointmentFacts appointment={appointment} />
            {permits(target.resource, 'update') && (
              <Button
                variant="outline"
                size="sm"
                justifySelf="start"
                onClick={() => setEditedId(appointment.id)}
              >
                <Pencil />
                Change
              </Button>
            )}
          </chakra.div>
        ))}
      {dialog}
    </Drawer>
  )
}

function When({ appointment }: { appointment: Appointment }) {
  const { timeZone } = useFormatSettings()
  const { scheduledStart, scheduledEnd } = appointment
  return (
    <>
      {printDay(dayAt(scheduledStart, timeZone), 'long')}, {printClock(scheduledStart, timeZone)}–
      {printClock(scheduledEnd, timeZone)}
    </>
  )
}
