'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { petCare } from '../../module.ts'
import type { Appointment } from './appointment.ts'

/** Key of every list of appointments by time; changes of records renew them all. */
export const appointmentsKey = [...recordKeys.module(petCare.id), 'appointments', 'by time'] as const

/** A stretch of time, ISO 8601; `to` is not part of it. */
export type TimeRange = { from: string; to: string }

/** Every appointment of a stretch of time, the one before it staying on screen until it is there. */
export function useAppointments(range: TimeRange) {
  const api = useApi()
  return useQuery({
    queryKey: [...appointmentsKey, range],
    queryFn: ({ signal }): Promise<Appointment[]> =>
      api.petCare.schedule.listAppointments.query(range, { signal }),
    placeholderData: keepPreviousData,
  })
}
