'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { Day } from '#src/ui/calendar/calendar-day.ts'
import { parseView, writeView, type CalendarView } from './calendar-view.ts'

const APPOINTMENT = 'appointment'

/** The view that the address names, and the appointment it opens. Each step can be undone by Back. */
export function useCalendarView(today: Day) {
  const query = useSearchParams()
  const view = useMemo(() => parseView(query, today), [query, today])

  const show = useCallback(
    (part: Partial<CalendarView>) => {
      const now = new URLSearchParams(window.location.search)
      push(writeView(now, { ...parseView(now, today), ...part }, today))
    },
    [today],
  )
  const open = useCallback((appointmentId: string | null) => {
    const now = new URLSearchParams(window.location.search)
    if (appointmentId === null) now.delete(APPOINTMENT)
    else now.set(APPOINTMENT, appointmentId)
    push(now)
  }, [])

  return { view, show, openId: query.get(APPOINTMENT), open }
}

function push(query: URLSearchParams): void {
  const text = query.toString()
  window.history.pushState(null, '', text === '' ? window.location.pathname : `?${text}`)
}
