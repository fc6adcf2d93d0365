/** What an entry of a calendar means at a glance. The colour never stands alone: an icon or a word says the same. */
export type CalendarTone = 'accent' | 'neutral' | 'success' | 'warning' | 'error'

const palettes = {
  accent: 'teal',
  neutral: 'gray',
  success: 'green',
  warning: 'amber',
  error: 'red',
} as const satisfies Record<CalendarTone, string>

/** The colour palette of a tone. */
export function paletteOf(tone: CalendarTone): (typeof palettes)[CalendarTone] {
  return palettes[tone]
}
