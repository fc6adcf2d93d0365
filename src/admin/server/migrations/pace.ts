import type { RolloutPace } from '../../rollouts.ts'
import type { RecentWork } from './rollout-progress.repository.ts'

/** Fewer tenants than this tell nothing of the rest. */
const MIN_FINISHED = 2

/** How quickly a rollout goes and how long the rest takes at that pace; null while that cannot be told. */
export function paceOf({ finished, seconds }: RecentWork, pending: number): RolloutPace | null {
  if (finished < MIN_FINISHED || seconds <= 0) return null
  const perSecond = finished / seconds
  return { perSecond, leftMs: (pending / perSecond) * 1_000 }
}
