/** The first moment of a range that people give by a day or a moment, in ISO form. */
export function rangeStart(text: string): string {
  return new Date(text).toISOString()
}

/** The first moment behind it: a day counts whole. */
export function rangeEnd(text: string): string {
  const moment = new Date(text)
  if (!text.includes('T')) moment.setUTCDate(moment.getUTCDate() + 1)
  return moment.toISOString()
}

/** The day behind a day, both as `YYYY-MM-DD`; what is no day comes back as it is. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(next.valueOf()) ? day : rangeEnd(day).slice(0, 10)
}
