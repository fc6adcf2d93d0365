/** What is left of a time as minutes and seconds, such as `9:05`; `0:00` once it is over. @param ms milliseconds */
export function printCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
