import type { RunnerTask } from 'vitest'
import type { Attack } from './attack.ts'
import type { Lab } from './lab.ts'
import { runAttack, type Outcome } from './run-attack.ts'

/** One line of the report that closes a run of the suite; `leaks` is null where they are not to be counted. */
export type LabLine = { attack: string; attempts: number; codes: Record<string, number>; leaks: number }
/** What was tried with some layers switched off. @property expected whether leaks are what has to be seen */
export type AblationLine = { off: string; attempts: number; leaks: number; heldBy: string }

declare module 'vitest' {
  interface TaskMeta {
    leakLab?: LabLine[]
    ablation?: AblationLine[]
  }
}

type Noted = Pick<RunnerTask, 'meta'>

/** Adds lines to the report of the run. */
export function noteOutcome(task: Noted, attack: string, { attempts, codes, leaks }: Outcome): void {
  ;(task.meta.leakLab ??= []).push({ attack, attempts, codes, leaks })
}

/** Tries attacks one after the other, reports on each, and returns all that went wrong. */
export async function runAttacks(
  lab: Lab,
  { attacks, task }: { attacks: readonly Attack[]; task: Noted },
): Promise<string[]> {
  const problems: string[] = []
  for (const attack of attacks) {
    const outcome = await runAttack(lab, attack)
    noteOutcome(task, attack.name, outcome)
    problems.push(...outcome.problems.map((problem) => `${attack.name}: ${problem}`))
  }
  return problems
}
