import { dayAt, printDay, type Day } from '#src/ui/calendar/calendar-day.ts'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import type { Slot } from '../appointments/appointment.ts'

/** A slot in words: `Thu 12 Mar, 10:45`. */
export function printSlot(slot: Pick<Slot, 'start'>, timeZone: string): string {
  return `${printDay(dayAt(slot.start, timeZone), 'medium')}, ${printClock(slot.start, timeZone)}`
}

/** Slots by the day they are on, in their order. */
export function groupByDay<One extends Pick<Slot, 'start'>>(
  slots: readonly One[],
  timeZone: string,
): { day: Day; slots: One[] }[] {
  const days = Map.groupBy(slots, ({ start }) => dayAt(start, timeZone))
  return [...days].map(([day, list]) => ({ day, slots: list }))
}
