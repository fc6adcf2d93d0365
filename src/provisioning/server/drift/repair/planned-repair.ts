import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { DriftRepair } from '../../../drift.ts'
import type { Difference } from '../compare-structures.ts'

/** When statements run: with all others in one transaction, behind it, or behind it and beside those who write. */
export type RepairStage = 'together' | 'after' | 'online'

/** What puts one difference right. Names of the plane are `{schema}` and `{role}`. */
export type PlannedRepair = { repair: DriftRepair; stage: RepairStage; statements: string[] }

/** For what no statement can put right by itself. */
export const DECISION: PlannedRepair = { repair: 'decision', stage: 'together', statements: [] }

export function automatic(...statements: string[]): PlannedRepair {
  return { repair: 'automatic', stage: 'together', statements }
}

/** Statements that lose something, or that only a superuser may run. */
export function manual(...statements: string[]): PlannedRepair {
  return { repair: 'manual', stage: 'together', statements }
}

/** `{schema}.name`, quoted where it has to be. */
export function inSchema(name: string): string {
  return `{schema}.${quoteName(name)}`
}

/** A name as people write it: with quotes only where it has to have them. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name)
}

/** The name of a column, policy or other part, without its table in front. */
export function partName({ relation, object }: Pick<Difference, 'relation' | 'object'>): string {
  return quoteName(object.slice(relation.length + 1))
}
