import { csvLine, withoutFormula } from '#src/shared/csv.ts'
import type { AuditRecord } from './audit-query.ts'

export type AuditFileFormat = 'csv' | 'json'

/** A column of the file: its head, and what stands in it. */
export type AuditFileColumn<Entry> = readonly [name: string, valueOf: (entry: Entry) => string | null]

const ownColumns: readonly AuditFileColumn<AuditRecord>[] = [
  ['time', ({ createdAt }) => createdAt],
  ['action', ({ action }) => action],
  ['actor_kind', ({ actor }) => actor.kind],
  ['actor_id', ({ actor }) => actor.id],
  [
    'actor_name',
    ({ actor: { name, impersonator } }) =>
      impersonator ? `${name ?? ''}, by ${impersonator.name} of Berth support` : name,
  ],
  ['resource_type', ({ resource }) => resource.type],
  ['resource_id', ({ resource }) => resource.id],
  ['details', ({ details }) => JSON.stringify(details)],
  ['ip', ({ ip }) => ip],
  ['user_agent', ({ userAgent }) => userAgent],
  ['request_id', ({ requestId }) => requestId],
  ['id', ({ id }) => id],
]

type Part<Entry> = {
  format: AuditFileFormat
  isFirst: boolean
  isLast: boolean
  /** what stands in front of the columns of the log itself */
  columns?: readonly AuditFileColumn<Entry>[]
}

/** One part of a file: the head comes with the first, the end with the last. */
export function printAuditPart<Entry extends AuditRecord>(
  items: readonly Entry[],
  { format, isFirst, isLast, columns = [] }: Part<Entry>,
): string {
  if (format === 'csv') {
    const all = [...columns, ...ownColumns]
    const head = isFirst ? [toLine(all.map(([name]) => name))] : []
    return [...head, ...items.map((item) => toLine(all.map(([, valueOf]) => valueOf(item))))].join('')
  }
  const lines = items.map((item) => JSON.stringify(plainOf(item, columns))).join(',\n')
  const separator = isFirst || items.length === 0 ? '' : ',\n'
  return `${isFirst ? '[\n' : ''}${separator}${lines}${isLast ? '\n]\n' : ''}`
}

/** What the file tells of an entry, and nothing that only the list needs. */
function plainOf<Entry extends AuditRecord>(
  entry: Entry,
  columns: readonly AuditFileColumn<Entry>[],
): object {
  const { id, createdAt, action, actor, resource, details, ip, userAgent, requestId } = entry
  const more = Object.fromEntries(columns.map(([name, valueOf]) => [name, valueOf(entry)]))
  return { ...more, id, createdAt, action, actor, resource, details, ip, userAgent, requestId }
}

/** Every cell is text that somebody may have typed. */
function toLine(cells: readonly (string | null)[]): string {
  return csvLine(cells.map((cell) => withoutFormula(cell ?? '')))
}
