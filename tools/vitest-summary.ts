import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import { type Counts, summaryLine } from './summary-line.ts'

/** A set-up hook or an import that throws leaves its tests unrun; it counts as one failure, not as silence. */
function brokenParts(testModule: TestModule): number {
  return [testModule, ...testModule.children.allSuites()].filter((part) => part.errors().length > 0).length
}

function countTests(modules: TestModule[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const testModule of modules) {
    counts.failed += brokenParts(testModule)
    for (const test of testModule.children.allTests()) {
      const { state } = test.result()
      counts[state === 'pending' ? 'failed' : state] += 1
    }
  }
  return counts
}

/** Prints one closing line per project, such as `unit: 12 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #projects: string[] = []

  onInit(vitest: Vitest): void {
    this.#projects = vitest.projects.map((project) => project.name)
  }

  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    this.#projects.forEach((name, index) => {
      const counts = countTests(modules.filter((testModule) => testModule.project.name === name))
      // An error outside any test belongs to the run as a whole; it is counted once.
      if (index === 0) counts.failed += strayErrors.length
      console.log(summaryLine(name, counts))
    })
  }
}
