import { CalendarCheck, Check, Clock, Scissors, UserX, X, type LucideIcon } from 'lucide-react'
import type { CalendarTone } from '#src/ui/calendar/calendar-tone.ts'
import type { AppointmentStatus } from './appointment.ts'

/** How a status looks and the word for it, and the button that leads to it. */
export type StatusLook = {
  word: string
  icon: LucideIcon
  tone: CalendarTone
  /** it is over, one way or the other */
  isOver: boolean
  action: string
}

const looks: Record<AppointmentStatus, StatusLook> = {
  scheduled: { word: 'Scheduled', icon: Clock, tone: 'neutral', isOver: false, action: 'Schedule' },
  confirmed: { word: 'Confirmed', icon: CalendarCheck, tone: 'accent', isOver: false, action: 'Confirm' },
  in_progress: { word: 'In progress', icon: Scissors, tone: 'warning', isOver: false, action: 'Check in' },
  completed: { word: 'Completed', icon: Check, tone: 'success', isOver: true, action: 'Complete' },
  cancelled: { word: 'Cancelled', icon: X, tone: 'error', isOver: true, action: 'Cancel' },
  no_show: { word: 'No-show', icon: UserX, tone: 'error', isOver: true, action: 'No-show' },
}

/** The look of a status. */
export function lookOf(status: AppointmentStatus): StatusLook {
  return looks[status]
}
