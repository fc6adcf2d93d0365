import type { ErrorAdvice } from './error-advice.ts'

/** Errors that no caller can do anything about, and what to do all the same. */
export const ourSide = {
  INTERNAL: {
    remedy:
      'Tell us the request id. Whether the call took effect is not known: ask, or repeat it with its idempotency key.',
    reason: 'It is a fault of ours, and every one that is found is mended.',
  },
  PROVISIONING_FAILED: {
    remedy: 'Nothing is left behind. Start the run again.',
    reason: 'It stands in `run.error` of a failed run.',
  },
  WORKER_LOST: {
    remedy: 'Nothing is left behind. Start the run again.',
    reason: 'It stands in `run.error` of a run whose worker died.',
  },
  RUN_TIMED_OUT: {
    remedy: 'Nothing is left behind. Start the run again.',
    reason: 'It stands in `run.error` of a run that took two minutes.',
  },
  FAULT_REHEARSED: {
    remedy: 'Nothing: it was on purpose. Start the run again.',
    reason: 'Operators rehearse failures with `BERTH_FAULT`; it stands in `run.error`.',
  },
  WORKSPACE_BEHIND: {
    remedy: 'Wait a little and send the same again. Other kinds of records work meanwhile.',
    reason: 'It is answered by a workspace that a new release has not reached yet.',
  },
  DEPENDENCY_UNAVAILABLE: {
    remedy:
      'Wait for `Retry-After` seconds and send the same again. With an idempotency key that is always safe.',
    reason: 'It is answered while the database is away.',
  },
} satisfies Record<string, ErrorAdvice>
