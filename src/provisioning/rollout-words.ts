import type { StopReason } from './rollout.ts'

// The states themselves are the words for them, on screens and on the command line.

/** Why a rollout was stopped, behind its state. */
export const stopReasonWords: Readonly<Record<StopReason, string>> = {
  canary: 'a canary failed',
  budget: 'more failed than its budget allows',
  cancelled: 'cancelled',
}

/** What is said of one that should go on and does not. */
export const LOST_WORDS = 'nobody works on it'

/** What is to be said behind the state of a rollout; nothing where the state says it all. */
export function describeStanding({
  stopReason,
  isLost,
}: {
  stopReason: StopReason | null
  isLost: boolean
}): string | null {
  if (stopReason !== null) return stopReasonWords[stopReason]
  return isLost ? LOST_WORDS : null
}
