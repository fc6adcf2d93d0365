import type { Difference } from '../compare-structures.ts'
import { automatic, DECISION, inSchema, partName, type PlannedRepair } from './planned-repair.ts'

const WITH_OPTION = ' with grant option'

/** Rights that are missing are given again, and those that nobody should have are taken away. */
export function planGrants(difference: Difference): PlannedRepair {
  const place = placeOf(difference)
  if (place === undefined) return DECISION
  const { expected, found } = difference
  return automatic(
    ...found.map((entry) => spell(entry, { verb: 'revoke', word: 'from', ...place })),
    ...expected.map((entry) => spell(entry, { verb: 'grant', word: 'to', ...place })),
  )
}

/** Who owns what: only a role that is both may move it, mostly a superuser. */
export function planOwner({ kind, relation, golden }: Difference): PlannedRepair {
  const owner = golden?.aspects['owner']
  if (typeof owner !== 'string') return DECISION
  const target =
    kind === 'schema'
      ? 'schema {schema}'
      : `${kind} ${kind === 'function' ? `{schema}.${relation}` : inSchema(relation)}`
  return automatic(`alter ${target} owner to ${owner}`)
}

type Place = { on: string; columns: string }

function placeOf({ kind, relation, object }: Difference): Place | undefined {
  if (kind === 'schema') return { on: 'schema {schema}', columns: '' }
  if (kind === 'column')
    return { on: `table ${inSchema(relation)}`, columns: ` (${partName({ relation, object })})` }
  if (kind === 'function') return { on: `function {schema}.${relation}`, columns: '' }
  if (kind === 'sequence' || kind === 'type') return { on: `${kind} ${inSchema(relation)}`, columns: '' }
  if (kind === 'role') return undefined
  return { on: `table ${inSchema(relation)}`, columns: '' }
}

function spell(
  entry: string,
  { verb, word, on, columns }: Place & { verb: 'grant' | 'revoke'; word: 'to' | 'from' },
): string {
  const hasOption = entry.endsWith(WITH_OPTION)
  const plain = hasOption ? entry.slice(0, -WITH_OPTION.length) : entry
  const at = plain.indexOf(' to ')
  const option = hasOption && verb === 'grant' ? WITH_OPTION : ''
  return `${verb} ${plain.slice(0, at).toLowerCase()}${columns} on ${on} ${word} ${plain.slice(at + 4)}${option}`
}
