/** Days as YYYY-MM-DD: the first night, and the day of departure, whose night is free again. */
export type Stay = { checkIn: string; checkOut: string }

const DAY_MS = 86_400_000

/** How many nights a stay has. */
export function countNights({ checkIn, checkOut }: Stay): number {
  return Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / DAY_MS)
}

/** The day that many days later, or earlier if negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}
