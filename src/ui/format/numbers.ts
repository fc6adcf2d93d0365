const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Prints a number with grouped thousands and at most two decimals: `12,480`. */
export function formatNumber(value: number): string {
  return plain.format(value)
}

/** Prints a count in little room: `980`, `12.5K`, `3M`. */
export function formatCount(value: number): string {
  return Math.abs(value) < 10_000 ? plain.format(value) : compact.format(value)
}

/** Prints a share from 0 to 1 as `42 %`, never as 100 % before it is complete nor 0 % once it has begun. */
export function formatPercent(share: number): string {
  if (share >= 1) return '100 %'
  if (share <= 0) return '0 %'
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`
}

/** Prints a size in bytes in decimal units: `812 B`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? 'B'}`
}
