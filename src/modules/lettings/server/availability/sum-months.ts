import type { MonthOccupancy } from './availability-schemas.ts'

/** The nights of several properties together, month by month. All have the same months. */
export function sumMonths(properties: readonly { months: readonly MonthOccupancy[] }[]): MonthOccupancy[] {
  const sums = new Map<string, MonthOccupancy>()
  for (const { month, bookedNights, availableNights } of properties.flatMap(({ months }) => months)) {
    const sum = sums.get(month)
    sums.set(month, {
      month,
      bookedNights: bookedNights + (sum?.bookedNights ?? 0),
      availableNights: availableNights + (sum?.availableNights ?? 0),
    })
  }
  return [...sums.values()]
}
