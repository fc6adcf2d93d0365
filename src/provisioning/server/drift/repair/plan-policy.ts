import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, inSchema, partName, type PlannedRepair } from './planned-repair.ts'

/** Policies are made anew by the definition: within the transaction nobody sees the table without. */
export function planPolicy(difference: Difference): PlannedRepair {
  const { relation, golden } = difference
  const table = inSchema(relation)
  const name = partName(difference)
  const drop = `drop policy if exists ${name} on ${table}`
  if (difference.difference === 'extra') return automatic(drop)
  if (!golden) return DECISION
  const { kind, command, roles, using, check } = golden.aspects
  const create = [
    `create policy ${name} on ${table} as ${String(kind)} for ${String(command)} to ${String(roles)}`,
    ...(typeof using === 'string' ? [`using (${using})`] : []),
    ...(typeof check === 'string' ? [`with check (${check})`] : []),
  ].join(' ')
  return automatic(drop, create)
}
