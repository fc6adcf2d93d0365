import type { RolloutCounts, RolloutState, StopReason } from './rollout.ts'

/** What people may do with a rollout as it stands; to take back is to order another one. */
export const rolloutMoves = ['pause', 'resume', 'retry', 'cancel', 'takeBack'] as const
export type RolloutMoveName = (typeof rolloutMoves)[number]

/** States of a rollout that holds the fleet: no other is ordered meanwhile. */
export const openStates: readonly RolloutState[] = ['pending', 'running', 'paused']

type Standing = {
  state: RolloutState
  stopReason: StopReason | null
  counts: Pick<RolloutCounts, 'failed'>
  /** tenants that still have something it has applied */
  reversible: number
  /** another one is open */
  isBarred: boolean
}

/** The moves that the server would not refuse. A screen only shows them. */
export function listRolloutMoves({
  state,
  stopReason,
  counts,
  reversible,
  isBarred,
}: Standing): RolloutMoveName[] {
  const allowed: Readonly<Record<RolloutMoveName, boolean>> = {
    pause: state === 'pending' || state === 'running',
    resume: state === 'paused',
    retry:
      counts.failed > 0 &&
      ['running', 'paused', 'stopped', 'failed'].includes(state) &&
      stopReason !== 'cancelled' &&
      !isBarred,
    cancel: openStates.includes(state),
    takeBack: reversible > 0 && !openStates.includes(state) && !isBarred,
  }
  return rolloutMoves.filter((move) => allowed[move])
}
