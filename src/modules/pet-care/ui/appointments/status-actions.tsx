'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import type { CallError } from '#src/trpc/ui/client.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import { appointments } from '../../resources/appointments.ts'
import type { Appointment, AppointmentStatus } from './appointment.ts'
import { CancelForm } from './cancel-form.tsx'
import { nextSteps } from './next-steps.ts'
import { lookOf } from './status-look.ts'
import { useAppointmentChanges } from './use-appointment-changes.ts'

/** The steps an appointment may take from here, the usual one first; cancelling asks why. */
export function StatusActions({ appointment }: { appointment: Appointment }) {
  const { permits } = useModuleAccess()
  const { change } = useAppointmentChanges()
  const [busy, setBusy] = useState<AppointmentStatus>()
  const [failure, setFailure] = useState<CallError>()
  const [isCancelling, setCancelling] = useState(false)
  const steps = nextSteps(appointment.status)
  if (steps.length === 0 || !permits(appointments, 'update')) return null

  async function take(status: AppointmentStatus, cancellationReason?: string): Promise<void> {
    setBusy(status)
    setFailure(undefined)
    const error = await change(appointment, {
      status,
      ...(cancellationReason === undefined ? {} : { cancellationReason }),
    })
    setBusy(undefined)
    setFailure(error)
    if (error) return
    setCancelling(false)
    announce(`${appointment.pet.label}: ${lookOf(status).word}`)
  }

  return (
    <chakra.div display="grid" gap="3">
      {failure && <FormNotice title={failure.message} />}
      {isCancelling ? (
        <CancelForm
          isBusy={busy === 'cancelled'}
          onCancel={() => setCancelling(false)}
          onConfirm={(reason) => take('cancelled', reason)}
        />
      ) : (
        <chakra.div display="flex" flexWrap="wrap" gap="2">
          {steps.map((status, index) => {
            const { icon: Icon, action } = lookOf(status)
            return (
              <Button
                key={status}
                variant={index === 0 ? 'solid' : 'outline'}
                aria-busy={busy === status || undefined}
                onClick={() => {
                  if (status === 'cancelled') setCancelling(true)
                  else if (busy === undefined) void take(status)
                }}
              >
                <Icon aria-hidden />
                {action}
              </Button>
            )
          })}
        </chakra.div>
      )}
    </chakra.div>
  )
}
