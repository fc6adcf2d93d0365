import type { FileStore } from '#src/files/server/file-store.ts'
import type { ExecutableKind, RunKind } from '../run.ts'
import { isExecutable } from '../run.ts'
import type { ClaimWarmSchema } from './pool/prepared-plane.ts'
import type { Step } from './step.ts'
import { activate } from './steps/activate.ts'
import { addTables } from './steps/add-tables.ts'
import { close } from './steps/close.ts'
import { claimOrCreateRole, createRole } from './steps/create-role.ts'
import { createSchema } from './steps/create-schema.ts'
import { dropPlane } from './steps/drop-plane.ts'
import { dropTables } from './steps/drop-tables.ts'
import { hold } from './steps/hold.ts'
import { migrate } from './steps/migrate.ts'
import { prove } from './steps/prove.ts'
import { createRemoveFiles } from './steps/remove-files.ts'
import { removeRows } from './steps/remove-rows.ts'
import { reserve } from './steps/reserve.ts'
import { secure } from './steps/secure.ts'
import { seed } from './steps/seed.ts'
import { survey } from './steps/survey.ts'
import { switchOff } from './steps/switch-off.ts'
import { switchOn } from './steps/switch-on.ts'
import { verify, verifyAll } from './steps/verify.ts'
import { createWelcome } from './steps/welcome.ts'

/** What a worker does for each kind of run, in the order of `runSteps`. */
export type StepTable = Readonly<Record<ExecutableKind, readonly Step[]>>

type StepParts = {
  workspaceUrl: (subdomain: string) => string
  files: Pick<FileStore, 'remove'>
  /** without it every schema is built when it is asked for */
  claim?: ClaimWarmSchema | undefined
}

/** The steps of every kind of run there is. */
export function createStepTable({ workspaceUrl, files, claim }: StepParts): StepTable {
  return {
    'create-tenant': [
      reserve,
      claim ? claimOrCreateRole(claim) : createRole,
      createSchema,
      migrate,
      secure,
      seed,
      verifyAll,
      activate,
      createWelcome(workspaceUrl),
    ],
    'enable-module': [hold, addTables, secure, verify, switchOn],
    'disable-module': [hold, switchOff],
    'delete-tenant': [close, survey, dropTables, dropPlane, createRemoveFiles(files), removeRows, prove],
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
