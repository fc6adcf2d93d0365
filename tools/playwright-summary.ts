import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { type FailureNote, keepFailureNotes } from './failure-notes.ts'
import { summaryLine } from './summary-line.ts'

function noteOf(test: TestCase): FailureNote[] {
  const outcome = test.outcome()
  if (outcome !== 'unexpected' && outcome !== 'flaky') return []
  const errors = test.results.flatMap((result) => result.errors)
  const message = errors.map((error) => error.stack ?? error.message ?? '').join('\n')
  const name = test.titlePath().filter(Boolean).join(' › ')
  return [{ suite: 'e2e', test: name, message, isFlaky: outcome === 'flaky' }]
}

/** Prints the closing line `e2e: 12 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #root: Suite | undefined
  #strayErrors: FailureNote[] = []

  onBegin(_config: FullConfig, root: Suite): void {
    this.#root = root
  }

  /** Called for what goes wrong outside a test: global set-up, a file that does not load. */
  onError({ message = 'unknown', stack = message }: TestError): void {
    this.#strayErrors.push({ suite: 'e2e', test: 'outside of any test', message: stack, isFlaky: false })
  }

  onEnd(): void {
    // Listing runs nothing, so there is nothing to sum up.
    if (process.argv.includes('--list')) return
    const counts = { passed: 0, failed: this.#strayErrors.length, skipped: 0, flaky: 0 }
    const tests = this.#root?.allTests() ?? []
    for (const test of tests) {
      const outcome = test.outcome()
      // A test that was never reached, after an interruption, has no result: it did not pass.
      if (outcome === 'expected') counts.passed += 1
      else if (outcome === 'skipped' && test.results.length > 0) counts.skipped += 1
      else if (outcome === 'flaky') counts.flaky += 1
      else counts.failed += 1
    }
    keepFailureNotes([...this.#strayErrors, ...tests.flatMap(noteOf)])
    console.log(summaryLine('e2e', counts))
  }

  printsToStdio(): boolean {
    return true
  }
}
