'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FormValues } from '#src/resources/ui/form-values.ts'
import { useRecordChanges } from '#src/resources/ui/use-record-changes.ts'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { useTarget } from '../use-target.ts'
import type { Appointment } from './appointment.ts'
import { appointmentsKey } from './use-appointments.ts'

/** Changes of appointments. Each tells the refusal instead of throwing it, and renews what is on screen. */
export function useAppointmentChanges() {
  const cache = useQueryClient()
  const { update, refresh } = useRecordChanges(useTarget('appointments'))
  return useMemo(
    () => ({
      /** @returns why it was refused; by then the lists on screen tell how it is */
      change: async (appointment: Appointment, changed: FormValues): Promise<CallError | undefined> => {
        try {
          await update(appointment, changed)
          return undefined
        } catch (thrown) {
          const error = callErrorOf(thrown)
          if (error.code === 'CONFLICT') await refresh(appointment.id)
          return error
        } finally {
          // Joins the renewal that a change has begun already.
          await cache.invalidateQueries({ queryKey: appointmentsKey }, { cancelRefetch: false })
        }
      },
    }),
    [cache, update, refresh],
  )
}
