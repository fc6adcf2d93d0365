import type { Difference } from '../compare-structures.ts'
import { DECISION, inSchema, manual, type PlannedRepair } from './planned-repair.ts'

/** Indexes are built beside those who write. */
export function planIndex({ object, difference, golden }: Difference): PlannedRepair {
  const drop = `drop index concurrently ${inSchema(object)}`
  if (difference === 'extra') return manual(drop)
  if (!golden?.ddl) return DECISION
  const create = golden.ddl.replace(/^CREATE (UNIQUE )?INDEX/, (words) => `${words} CONCURRENTLY`)
  return {
    repair: 'automatic',
    stage: 'online',
    statements: difference === 'missing' ? [create] : [drop, create],
  }
}
