import type { Weekday, WeeklyHours } from '../../fields/availability.ts'

export type Span = { from: string; to: string }

const workdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const DAY_MINUTES = 24 * 60
const FIRST_SPAN: Span = { from: '09:00', to: '17:00' }
const PAUSE_MINUTES = 60
const SPAN_MINUTES = 4 * 60

/** A day with one span more: usual hours first, then an hour's pause and some hours, as far as the day goes. */
export function addSpan(spans: readonly Span[]): Span[] {
  const last = spans.at(-1)
  if (!last) return [FIRST_SPAN]
  const from = Math.min(minutesOf(last.to) + PAUSE_MINUTES, DAY_MINUTES - 1)
  const to = Math.min(from + SPAN_MINUTES, DAY_MINUTES)
  return [...spans, { from: clockOf(from), to: clockOf(to) }]
}

/** Whether the day has room for another span after its last. */
export function hasRoom(spans: readonly Span[]): boolean {
  const last = spans.at(-1)
  return !last || minutesOf(last.to) < DAY_MINUTES - 1
}

/** The week with Monday's hours on every workday. */
export function copyToWorkdays(hours: WeeklyHours): WeeklyHours {
  const monday = hours.monday ?? []
  return {
    ...hours,
    ...Object.fromEntries(workdays.map((day) => [day, monday.map((span) => ({ ...span }))])),
  }
}

/** Whether copying Monday's hours would change nothing. */
export function isSameOnWorkdays(hours: WeeklyHours): boolean {
  const wanted = JSON.stringify(hours.monday ?? [])
  return workdays.every((day) => JSON.stringify(hours[day] ?? []) === wanted)
}

/** Browsers' time inputs end at 23:59: midnight at the end of a day is 24:00 in the record and 00:00 in the input. */
export function toClockInput(time: string): string {
  return time === '24:00' ? '00:00' : time
}

/** What stands in the record for the end that was picked. */
export function fromEndInput(time: string): string {
  return time === '00:00' ? '24:00' : time
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  const total = (hours ?? 0) * 60 + (minutes ?? 0)
  return Number.isNaN(total) ? 0 : total
}

function clockOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
