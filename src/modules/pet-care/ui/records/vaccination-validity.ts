import { countDaysBetween, type Day } from '#src/ui/calendar/calendar-day.ts'

export type Validity = 'valid' | 'ends soon' | 'expired' | 'not yet'

const SOON_DAYS = 30

/** Whether a vaccination counts on a day; without a last day it counts for good. */
export function validityOf(
  { date, expiryDate }: { date: Day; expiryDate: Day | null },
  today: Day,
): Validity {
  if (date > today) return 'not yet'
  if (expiryDate === null) return 'valid'
  if (expiryDate < today) return 'expired'
  return countDaysBetween(today, expiryDate) <= SOON_DAYS ? 'ends soon' : 'valid'
}
