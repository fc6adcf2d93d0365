import type { Migration } from '#src/db/server/migration-files.ts'
import type { RolloutDirection } from '../../rollout.ts'

/** What can be done in one go: an index that is built online is a go of its own, and its ledger row the end of it. */
export function nextStage(left: readonly Migration[], direction: RolloutDirection): readonly Migration[] {
  if (direction === 'down') return left
  const online = left.findIndex((migration) => migration.online !== undefined)
  if (online === -1) return left
  return online === 0 ? left.slice(0, 1) : left.slice(0, online)
}
