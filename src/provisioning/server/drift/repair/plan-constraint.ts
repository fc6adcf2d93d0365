import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, inSchema, manual, partName, type PlannedRepair } from './planned-repair.ts'

/** Those that stand on an index are built with it; what is there already is checked without a lock by others. */
const WITH_INDEX = /^(PRIMARY KEY|UNIQUE|EXCLUDE)/

/** Constraints come back as not valid, and what is there already is checked behind the transaction. */
export function planConstraint(difference: Difference): PlannedRepair {
  const { relation, aspect, golden } = difference
  const table = inSchema(relation)
  const name = partName(difference)
  const drop = `alter table ${table} drop constraint ${name}`
  if (difference.difference === 'extra') return manual(drop)
  const definition = golden?.aspects['definition']
  if (typeof definition !== 'string') return DECISION
  const add = `alter table ${table} add constraint ${name} ${definition}`
  const validate = `alter table ${table} validate constraint ${name}`
  const hasIndex = WITH_INDEX.test(definition)
  if (difference.difference === 'missing') {
    return hasIndex ? automatic(add) : behind(`${add} not valid`, validate)
  }
  if (aspect === 'validated') {
    return hasIndex ? online(`reindex index concurrently ${inSchema(name)}`) : behind(validate)
  }
  // Only a superuser may touch the triggers that hold a foreign key.
  if (aspect === 'enforced') return manual(`alter table ${table} enable trigger all`)
  return hasIndex ? manual(drop, add) : behind(drop, `${add} not valid`, validate)
}

function behind(...statements: string[]): PlannedRepair {
  return { repair: 'automatic', stage: 'after', statements }
}

function online(...statements: string[]): PlannedRepair {
  return { repair: 'automatic', stage: 'online', statements }
}
