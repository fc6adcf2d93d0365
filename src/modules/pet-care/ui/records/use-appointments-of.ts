'use client'

import { useMemo } from 'react'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import type { Appointment } from '../appointments/appointment.ts'
import { useTarget } from '../use-target.ts'
import { splitAppointments } from './split-appointments.ts'

const SHOWN = 50

/** The appointments of a pet or of an owner: those to come, and the latest ones that were. */
export function useAppointmentsOf(whose: { petId: string } | { ownerId: string }) {
  const { data } = useRecordList(useTarget('appointments'), {
    ...whose,
    limit: SHOWN,
    sortBy: 'scheduledStart',
    order: 'desc',
  })
  const now = useNow()
  return useMemo(() => {
    if (!data) return { coming: undefined, past: undefined, more: 0 }
    return { ...splitAppointments(data.items as Appointment[], now), more: data.total - data.items.length }
  }, [data, now])
}
