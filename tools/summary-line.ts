export type Counts = { passed: number; failed: number; skipped: number }

/** The last line of a test run, the same for every runner, so that a person or a script can add them up. */
export function summaryLine(suite: string, { passed, failed, skipped }: Counts): string {
  return `${suite}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
