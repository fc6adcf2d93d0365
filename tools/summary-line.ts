export type Counts = {
  passed: number
  failed: number
  skipped: number
  /** passed at the second try */
  flaky: number
}

/** The last line of a test run, the same for every runner, so that a person or a script can add them up. */
export function summaryLine(suite: string, { passed, failed, skipped, flaky }: Counts): string {
  const rest = [flaky > 0 ? `, ${flaky} flaky` : '', skipped > 0 ? `, ${skipped} skipped` : '']
  return `${suite}: ${passed} passed, ${failed} failed${rest.join('')}`
}
