/**
 * Prints a length of time given in milliseconds: `412 ms`, `1.2 s`, `12 s`, `2 min 5 s`, `1 h 3 min`, `2 d 4 h`.
 * What is negative or not finite prints as a dash.
 */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return '–'
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joinUnits(`${minutes} min`, seconds % 60, 's')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return joinUnits(`${hours} h`, minutes % 60, 'min')
  return joinUnits(`${Math.floor(hours / 24)} d`, hours % 24, 'h')
}

function joinUnits(large: string, amount: number, unit: string): string {
  return amount === 0 ? large : `${large} ${amount} ${unit}`
}

/** A running clock of constant width: `0:07.3`, `1:02.0`. For timers that tick; finished ones use `formatDuration`. */
export function formatClock(milliseconds: number): string {
  const tenths = Math.max(0, Math.floor(milliseconds / 100))
  const seconds = Math.floor(tenths / 10)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${tenths % 10}`
}
