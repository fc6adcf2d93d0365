import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, manual, type PlannedRepair } from './planned-repair.ts'

/** A function gets its definition back, by the role that owns it: others may not even replace it. */
export function planFunction({ relation, difference, golden }: Difference, login: string): PlannedRepair {
  if (difference === 'extra') return manual(`drop function {schema}.${relation}`)
  const ddl = golden?.ddl
  const owner = golden?.aspects['owner']
  if (!ddl || typeof owner !== 'string') return DECISION
  if (owner === login) return automatic(ddl)
  return automatic(
    `grant create on schema {schema} to ${owner}`,
    `set local role ${owner}`,
    ddl,
    'reset role',
    `revoke create on schema {schema} from ${owner}`,
  )
}
