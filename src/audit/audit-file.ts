import type { AuditRecord } from './audit-query.ts'

export type AuditFileFormat = 'csv' | 'json'

const HEAD = [
  'time',
  'action',
  'actor_kind',
  'actor_id',
  'actor_name',
  'resource_type',
  'resource_id',
  'details',
  'ip',
  'user_agent',
  'request_id',
  'id',
]

/** One part of a file: the head comes with the first, the end with the last. */
export function printAuditPart(
  items: readonly AuditRecord[],
  { format, isFirst, isLast }: { format: AuditFileFormat; isFirst: boolean; isLast: boolean },
): string {
  if (format === 'csv') return [...(isFirst ? [toLine(HEAD)] : []), ...items.map(csvLine)].join('')
  const lines = items.map((item) => JSON.stringify(item)).join(',\n')
  const separator = isFirst || items.length === 0 ? '' : ',\n'
  return `${isFirst ? '[\n' : ''}${separator}${lines}${isLast ? '\n]\n' : ''}`
}

function csvLine({ actor, resource, ...entry }: AuditRecord): string {
  return toLine([
    entry.createdAt,
    entry.action,
    actor.kind,
    actor.id,
    actor.name,
    resource.type,
    resource.id,
    JSON.stringify(entry.details),
    entry.ip,
    entry.userAgent,
    entry.requestId,
    entry.id,
  ])
}

/** RFC 4180; text that a spreadsheet would take for a formula, and run, is marked as text. */
function toLine(cells: readonly (string | null)[]): string {
  const printed = cells.map((cell) => {
    const text = cell ?? ''
    const harmless = /^[\s]*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
  })
  return `${printed.join(',')}\r\n`
}
