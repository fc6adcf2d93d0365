import { isTransient } from '#src/db/server/sqlstate.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { isStepwise, type RunKind } from '../run.ts'
import { errorCatalogue, type ErrorCode } from '#src/shared/errors/catalogue.ts'

/** Waits in milliseconds before a run that met a passing cause is tried again; then it has failed. */
export const RETRY_DELAYS_MS = [200, 1_000, 5_000] as const

/** Longest a run may take, in milliseconds. */
export const RUN_CEILING_MS = 120_000

/** A failure as it is stored and shown; the cause itself only goes to the log. */
export type RunFailure = { code: ErrorCode; message: string; step: string | null; transient: boolean }

/** What people may know of a failure in `step`; texts of the database stay inside. */
export function describeFailure(error: unknown, step: string | null): RunFailure {
  if (error instanceof AppError) return { code: error.code, message: error.message, step, transient: false }
  const transient = isTransient(error)
  const code = transient ? 'DEPENDENCY_UNAVAILABLE' : 'PROVISIONING_FAILED'
  return { code, message: errorCatalogue[code].message, step, transient }
}

/** A stepwise run goes on where these have interrupted it. */
const INTERRUPTIONS: readonly ErrorCode[] = ['WORKER_LOST', 'RUN_TIMED_OUT']

/** The wait before the next attempt, or nothing when the run has failed for good. */
export function retryDelay(
  { kind, attempt }: { kind: RunKind; attempt: number },
  { transient, code }: RunFailure,
): number | undefined {
  const goesOn = isStepwise(kind) && INTERRUPTIONS.includes(code)
  return transient || goesOn ? RETRY_DELAYS_MS[attempt - 1] : undefined
}
