import type { ExecutableKind, RunKind } from '../run.ts'
import { isExecutable } from '../run.ts'
import type { Step } from './step.ts'
import { activate } from './steps/activate.ts'
import { addTables } from './steps/add-tables.ts'
import { createRole } from './steps/create-role.ts'
import { createSchema } from './steps/create-schema.ts'
import { hold } from './steps/hold.ts'
import { migrate } from './steps/migrate.ts'
import { reserve } from './steps/reserve.ts'
import { secure } from './steps/secure.ts'
import { seed } from './steps/seed.ts'
import { switchOff } from './steps/switch-off.ts'
import { switchOn } from './steps/switch-on.ts'
import { verify } from './steps/verify.ts'
import { createWelcome } from './steps/welcome.ts'

/** What a worker does for each kind of run, in the order of `runSteps`. */
export type StepTable = Readonly<Record<ExecutableKind, readonly Step[]>>

/** The steps of every kind of run there is. */
export function createStepTable(workspaceUrl: (subdomain: string) => string): StepTable {
  return {
    'create-tenant': [
      reserve,
      createRole,
      createSchema,
      migrate,
      secure,
      seed,
      verify,
      activate,
      createWelcome(workspaceUrl),
    ],
    'enable-module': [hold, addTables, secure, verify, switchOn],
    'disable-module': [hold, switchOff],
  }
}

/**
 * The steps of one kind of run.
 * @throws Error for a kind nobody can execute, a programming mistake
 */
export function requireSteps(steps: StepTable, kind: RunKind): readonly Step[] {
  if (!isExecutable(kind)) throw new Error(`No worker can execute a run of kind ${kind}.`)
  return steps[kind]
}
