import { auditFilters } from '#src/audit/audit-query.ts'
import { dayAfter } from '#src/shared/range-bounds.ts'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { fromZonedInput } from '#src/ui/format/zoned-input.ts'

/** What the address of the page may say. */
export const auditTable: TableViewDefaults = {
  limit: 20,
  hidden: ['action'],
  filters: ['action', 'actorId', 'resourceType', 'resourceId', 'from', 'to'],
}

/** Search and filters as the server takes them; days are those of the workspace. */
export function toAuditFilters({ q, filters }: Pick<TableViewState, 'q' | 'filters'>, timeZone: string) {
  const { from, to, ...rest } = filters
  const asked = {
    ...rest,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    from: from && fromZonedInput(`${from}T00:00`, timeZone),
    to: to && fromZonedInput(`${dayAfter(to)}T00:00`, timeZone),
  }
  // An address that was edited by hand shows everything rather than an error about a field nobody sees.
  return auditFilters.safeParse(asked).data ?? {}
}

/** Where the file is that holds what the filters leave. @param log path of the log in the API */
export function exportAddress(log: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/api/v1${log}/export?${new URLSearchParams(given).toString()}`
}

/** Says so where the list ends before the log does. */
export function reachOf(page: { total: number; isTotalExact: boolean } | undefined): string | undefined {
  if (!page || page.isTotalExact) return undefined
  return `The newest ${formatNumber(page.total)} entries. Narrow the time for older ones, or export all.`
}
