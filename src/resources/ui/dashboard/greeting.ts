import { getDateFormatter } from '#src/ui/format/locale.ts'

/** `Good morning`, by the clock of a time zone. */
export function greetingAt(moment: Date, timeZone: string): string {
  const hour = Number(getDateFormatter(timeZone, { hour: '2-digit', hourCycle: 'h23' }).format(moment))
  if (hour >= 5 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening'
}

/** `Thursday, 20 November 2025`, in a time zone. */
export function dayAt(moment: Date, timeZone: string): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return getDateFormatter(timeZone, style).format(moment)
}

/** The name to call somebody by: the first word of the full name. */
export function firstNameOf(fullName: string): string {
  return fullName.trim().split(/\s+/)[0] ?? ''
}
