import { fleetRunFilters, type FleetRunFilters } from '#src/provisioning/run-list.ts'
import { dayAfter } from '#src/shared/range-bounds.ts'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import { fromZonedInput } from '#src/ui/format/zoned-input.ts'

/** What the address of the page may say. */
export const runTable: TableViewDefaults = {
  limit: 50,
  filters: ['state', 'kind', 'tenantId', 'from', 'to'],
}

/** Groups of states, as the console offers them. */
export const stateGroups = [
  { value: '', label: 'All' },
  { value: 'pending,running,compensating', label: 'Under way' },
  { value: 'failed', label: 'Failed' },
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'compensated', label: 'Undone' },
] as const

/** Search and filters as the server takes them; days are those of the reader. */
export function toRunFilters(
  { q, filters }: Pick<TableViewState, 'q' | 'filters'>,
  timeZone: string,
): FleetRunFilters {
  const { from, to, ...rest } = filters
  const asked = {
    ...rest,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    from: from && fromZonedInput(`${from}T00:00`, timeZone),
    to: to && fromZonedInput(`${dayAfter(to)}T00:00`, timeZone),
  }
  // An address that was edited by hand shows everything rather than an error about a field nobody sees.
  return fleetRunFilters.safeParse(asked).data ?? {}
}
