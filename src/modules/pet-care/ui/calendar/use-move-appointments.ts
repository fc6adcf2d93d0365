'use client'

import { useState } from 'react'
import type { CallError } from '#src/trpc/ui/client.ts'
import type { TimeEvent, TimePlace } from '#src/ui/calendar/time-grid/time-event.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Appointment, Slot } from '../appointments/appointment.ts'
import { useAppointmentChanges } from '../appointments/use-appointment-changes.ts'
import { printSlot } from '../booking/print-slot.ts'
import { toMove, type AppointmentMove } from './calendar-events.ts'
import type { CalendarView } from './calendar-view.ts'

type Refusal = { appointment: Appointment; wanted: AppointmentMove; error: CallError }

/** Moves appointments of a view; what was refused last is kept until it is settled. */
export function useMoveAppointments(appointments: readonly Appointment[], view: CalendarView) {
  const { timeZone } = useFormatSettings()
  const { change } = useAppointmentChanges()
  const [refusal, setRefusal] = useState<Refusal>()

  async function save(appointment: Appointment, wanted: AppointmentMove): Promise<void> {
    setRefusal(undefined)
    const error = await change(appointment, wanted)
    if (error) {
      setRefusal({ appointment, wanted, error })
      return
    }
    const start = wanted.scheduledStart ?? appointment.scheduledStart
    announce(`${appointment.pet.label} is at ${printSlot({ start }, timeZone)} now.`)
  }

  return {
    refusal,
    dismiss: () => setRefusal(undefined),
    move: async (event: TimeEvent, place: TimePlace): Promise<void> => {
      const appointment = appointments.find(({ id }) => id === event.id)
      if (appointment) await save(appointment, toMove(appointment, place, view))
    },
    /** what was wanted, at a time that is free */
    acceptSlot: async (slot: Slot): Promise<void> => {
      if (!refusal) return
      const current = appointments.find(({ id }) => id === refusal.appointment.id) ?? refusal.appointment
      await save(current, { ...refusal.wanted, scheduledStart: slot.start, staffId: slot.staffId })
    },
  }
}
