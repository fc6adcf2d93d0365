import { rangeEnd, rangeStart } from '#src/shared/range-bounds.ts'
import type { AuditFilters } from '../audit-query.ts'
import { PLATFORM_CHAIN } from '../chain-proof.ts'

/** Whose log, that of everybody without a chain, and which of its entries; words are found by the platform alone. */
export type LogSelection = {
  chain?: string | undefined
  filters: AuditFilters
  actorIds?: readonly string[]
  ids?: readonly string[]
}

/** SQL about a row `l` of the log, and the values of its parameters. */
export type LogCondition = { sql: string; values: unknown[] }

/** What an entry has to be like. */
export function conditionOf(selection: LogSelection): LogCondition {
  const condition = plainConditionOf(selection)
  const words = wordConditionOf(selection, condition.values)
  return words === null ? condition : { ...condition, sql: `${condition.sql} and ${words}` }
}

/** The same without the words, which cost more to look at than all the rest. */
export function plainConditionOf({ chain, filters, ids }: LogSelection): LogCondition {
  const values: unknown[] = []
  const parts = ['true']
  function add(value: unknown, sqlOf: (parameter: string) => string): void {
    values.push(value)
    parts.push(sqlOf(`$${values.length}`))
  }
  if (chain === PLATFORM_CHAIN) parts.push('l.tenant_id is null')
  else if (chain) add(chain, (p) => `l.tenant_id = ${p}::uuid`)
  if (ids) add([...ids], (p) => `l.id = any (${p}::uuid[])`)
  const { actorId, action, resourceType, resourceId, from, to } = filters
  if (actorId) add(actorId, (p) => `l.actor_id = ${p}::uuid`)
  if (action) {
    add(action, (p) => `l.action collate "C" >= ${p}`)
    add(`${action}\u{10ffff}`, (p) => `l.action collate "C" < ${p}`)
  }
  if (resourceType) add(resourceType, (p) => `l.resource_type = ${p}`)
  if (resourceId) add(resourceId, (p) => `l.resource_id = ${p}`)
  if (from) add(rangeStart(from), (p) => `l.created_at >= ${p}::timestamptz`)
  if (to) add(rangeEnd(to), (p) => `l.created_at < ${p}::timestamptz`)
  return { sql: parts.join(' and '), values }
}

/** @param values of the statement so far; those of this part are added */
export function wordConditionOf(
  { chain, filters: { q }, actorIds = [] }: LogSelection,
  values: unknown[],
): string | null {
  if (!q) return null
  values.push(wordsOf(q), [...actorIds])
  const [words, actors] = [values.length - 1, values.length]
  // The log an entry stands in is one of its words, so that a search never walks through the words of others.
  if (chain) values.push(`'#${chain}'`)
  const log = chain ? `$${values.length}::tsquery && ` : ''
  return `(platform.audit_words(l.tenant_id, l.action, l.resource_type, l.resource_id, l.details)
    @@ (${log}to_tsquery('simple', $${words})) or l.actor_id = any ($${actors}::uuid[]))`
}

/** Every word typed has to occur, at least as the beginning of one. */
function wordsOf(q: string): string {
  const words = q.split(/\s+/).slice(0, 8)
  return words.map((word) => `'${word.replaceAll(/['\\]/g, (mark) => mark + mark)}':*`).join(' & ')
}
