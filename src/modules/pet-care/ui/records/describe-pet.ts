import type { Day } from '#src/ui/calendar/calendar-day.ts'

/** The age of an animal on a day: `5 months`, `3 years`. Undefined before it is born. */
export function printAge(dateOfBirth: Day, today: Day): string | undefined {
  const months =
    (Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(dateOfBirth.slice(5, 7)) -
    (today.slice(8) < dateOfBirth.slice(8) ? 1 : 0)
  if (months < 0) return undefined
  if (months < 24) return `${months} ${months === 1 ? 'month' : 'months'}`
  return `${Math.floor(months / 12)} years`
}
