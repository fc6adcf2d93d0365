import { weekdays, type Weekday, type WeeklyHours } from '../../fields/availability.ts'

export const weekdayNames: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
}

/** The hours of a week in a line: days in a row with the same hours are drawn together, `Mon–Fri 09:00–17:00`. */
export function describeHours(hours: WeeklyHours): string {
  const groups: { first: Weekday; last: Weekday; text: string }[] = []
  for (const day of weekdays) {
    const text = (hours[day] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ')
    const open = groups.at(-1)
    if (open?.text === text) open.last = day
    else groups.push({ first: day, last: day, text })
  }
  return groups
    .filter(({ text }) => text !== '')
    .map(
      ({ first, last, text }) =>
        `${first === last ? shorten(first) : `${shorten(first)}–${shorten(last)}`} ${text}`,
    )
    .join('; ')
}

function shorten(day: Weekday): string {
  return weekdayNames[day].slice(0, 3)
}
