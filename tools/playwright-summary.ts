import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'
import { summaryLine } from './summary-line.ts'

/** Prints the closing line `e2e: 12 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #root: Suite | undefined
  #strayErrors = 0

  onBegin(_config: FullConfig, root: Suite): void {
    this.#root = root
  }

  /** Called for what goes wrong outside a test: global set-up, a file that does not load. */
  onError(): void {
    this.#strayErrors += 1
  }

  onEnd(): void {
    // Listing runs nothing, so there is nothing to sum up.
    if (process.argv.includes('--list')) return
    const counts = { passed: 0, failed: this.#strayErrors, skipped: 0 }
    for (const test of this.#root?.allTests() ?? []) {
      const outcome = test.outcome()
      // A test that was never reached, after an interruption, has no result: it did not pass.
      if (outcome === 'expected') counts.passed += 1
      else if (outcome === 'skipped' && test.results.length > 0) counts.skipped += 1
      else counts.failed += 1
    }
    console.log(summaryLine('e2e', counts))
  }

  printsToStdio(): boolean {
    return true
  }
}
