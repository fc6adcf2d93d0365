/** One figure of a suite, next to the floor it was measured against in the same run. */
export type Figure = {
  suite: string
  name: string
  value: number
  unit: string
  floor: number | null
  ratio: number | null
  target: string
  met: boolean
  samples: number
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** Nearest-rank percentile. @param rank 0 to 100 */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** A table for people, one line per figure. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map(({ suite, name, value, unit, floor, ratio, target, met, samples }) => ({
    suite,
    name,
    value: `${value.toFixed(2)} ${unit}`,
    floor: floor === null ? '' : `${floor.toFixed(2)} ${unit}`,
    ratio: ratio === null ? '' : ratio.toFixed(2),
    target,
    met: met ? 'yes' : 'NO',
    samples,
  }))
  console.table(rows)
}
