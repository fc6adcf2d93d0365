import { formatNumber } from '#src/ui/format/numbers.ts'

/** A change of points with its sign: `+50`, `−1,200`. */
export function printSigned(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${formatNumber(Math.abs(amount))}`
}
