'use client'

import { dayAt, type Day } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'

/** The day it is in the business's time zone. */
export function useToday(): Day {
  const { timeZone } = useFormatSettings()
  return dayAt(useNow(), timeZone)
}
