import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node'
import { type FailureNote, keepFailureNotes } from './failure-notes.ts'
import { type Counts, summaryLine } from './summary-line.ts'

/** A set-up hook or an import that throws leaves its tests unrun; it counts as one failure, not as silence. */
function brokenParts(testModule: TestModule): number {
  return [testModule, ...testModule.children.allSuites()].filter((part) => part.errors().length > 0).length
}

function countTests(modules: TestModule[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0, flaky: 0 }
  for (const testModule of modules) {
    counts.failed += brokenParts(testModule)
    for (const test of testModule.children.allTests()) {
      const { state } = test.result()
      if (test.diagnostic()?.flaky === true) counts.flaky += 1
      else counts[state === 'pending' ? 'failed' : state] += 1
    }
  }
  return counts
}

/** Files with a process of their own are a project to the runner, and part of the same suite to people. */
function suiteOf({ project }: Pick<TestModule, 'project'>): string {
  return nameOfSuite(project.name)
}

function nameOfSuite(project: string): string {
  return project.replace(/-alone$/, '')
}

function noteOf(test: TestCase): FailureNote[] {
  const { state, errors = [] } = test.result()
  const isFlaky = test.diagnostic()?.flaky === true
  if (state !== 'failed' && !isFlaky) return []
  const name = `${test.module.relativeModuleId} › ${test.fullName}`
  return [{ suite: suiteOf(test), test: name, message: messageOf(errors), isFlaky }]
}

function noteBroken(part: TestModule): FailureNote[] {
  const errors = [part, ...part.children.allSuites()].flatMap((place) => place.errors())
  const suite = suiteOf(part)
  return errors.map(({ message }) => ({ suite, test: part.relativeModuleId, message, isFlaky: false }))
}

function messageOf(errors: readonly { message: string; stack?: string | undefined }[]): string {
  return errors.map(({ message, stack }) => stack ?? message).join('\n')
}

/** Prints one closing line per suite, such as `unit: 12 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #suites: string[] = []

  onInit(vitest: Vitest): void {
    this.#suites = [...new Set(vitest.projects.map(({ name }) => nameOfSuite(name)))]
  }

  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    keepFailureNotes([
      ...modules.flatMap(noteBroken),
      ...modules.flatMap((testModule) => [...testModule.children.allTests()].flatMap(noteOf)),
      ...strayErrors.map(({ message, stack = message }) => ({
        suite: 'tests',
        test: 'outside of any test',
        message: stack,
        isFlaky: false,
      })),
    ])
    this.#suites.forEach((name, index) => {
      const counts = countTests(modules.filter((testModule) => suiteOf(testModule) === name))
      // An error outside any test belongs to the run as a whole; it is counted once.
      if (index === 0) counts.failed += strayErrors.length
      console.log(summaryLine(name, counts))
    })
  }
}
