/**
 * The language of the screens. Fixed rather than taken from the browser, so that server and browser print the same.
 */
export const uiLocale = 'en-GB'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A cached date formatter: making one takes longer than using it. Throws RangeError for an unknown time zone. */
export function getDateFormatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(uiLocale, { ...options, timeZone })
    formatters.set(key, formatter)
  }
  return formatter
}
