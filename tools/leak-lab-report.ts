import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with what the leak lab tried and saw; silent when it did not run. */
export default class LeakLabReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const metas = modules.flatMap((testModule) =>
      [...testModule.children.allTests()].map((test) => test.meta()),
    )
    const lines = metas.flatMap(({ leakLab = [] }) => leakLab)
    const ablation = metas.flatMap(({ ablation: rows = [] }) => rows)
    if (lines.length > 0) {
      console.log('\nLeak lab: what was tried, and what came back')
      console.table(
        lines.map(({ attack, attempts, codes, leaks }) => ({
          attack,
          attempts,
          leaks,
          answers: print(codes),
        })),
      )
      const attempts = lines.reduce((sum, line) => sum + line.attempts, 0)
      const leaks = lines.reduce((sum, line) => sum + line.leaks, 0)
      console.log(`leak lab: ${attempts} attempts in ${lines.length} attacks, ${leaks} leaks`)
    }
    if (ablation.length > 0) {
      console.log('\nLeak lab: with layers switched off')
      console.table(ablation)
    }
  }
}

/** The commonest answers first. */
function print(codes: Record<string, number>): string {
  return Object.entries(codes)
    .toSorted(([, left], [, right]) => right - left)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')
}
