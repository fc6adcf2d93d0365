import { z } from 'zod'
import { auditTable, toAuditFilters } from '#src/resources/ui/audit/audit-query.ts'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import type { ConsoleAuditFilters } from '../../audit-log.ts'

/** What the address of the page may say: as in a workspace, and whose log it is. */
export const consoleAuditTable: TableViewDefaults = {
  ...auditTable,
  filters: [...(auditTable.filters ?? []), 'tenantId'],
}

/** Search and filters as the server takes them. @param tenantId whose log it is anyway */
export function toConsoleFilters(
  state: Pick<TableViewState, 'q' | 'filters'>,
  { timeZone, tenantId }: { timeZone: string; tenantId: string | undefined },
): ConsoleAuditFilters {
  const { tenantId: asked, ...filters } = state.filters
  const chosen = tenantId ?? z.uuid().safeParse(asked).data
  const rest = toAuditFilters({ ...state, filters }, timeZone)
  return chosen === undefined ? rest : { ...rest, tenantId: chosen }
}
