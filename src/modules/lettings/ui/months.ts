import { countNights } from '../stay.ts'

/** A month as YYYY-MM, which also sorts. */
export type Month = string

/** The month that many months later, or earlier if negative. */
export function addMonths(month: Month, count: number): Month {
  const moved = new Date(`${month}-01T00:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + count)
  return moved.toISOString().slice(0, 7)
}

/** The first night of a month, the first of the next one, and how many nights lie between. */
export function nightsOf(month: Month): { from: string; to: string; count: number } {
  const [from, to] = [`${month}-01`, `${addMonths(month, 1)}-01`]
  return { from, to, count: countNights({ checkIn: from, checkOut: to }) }
}

/** Whether a text, such as one from an address, is a month of a year people plan in. */
export function isMonth(text: string): boolean {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** Whether a text is a year people plan in. */
export function isYear(text: string): boolean {
  return /^(19|20|21)\d{2}$/.test(text)
}
