import { chakra } from '@chakra-ui/react/styled-system'
import type { Module } from '#src/resources/define-module.ts'
import { auditColumns } from '#src/resources/ui/audit/audit-columns.tsx'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import type { ConsoleAuditRecord } from '../../audit-log.ts'
import { TenantLink } from './tenant-link.tsx'

const tenantColumn: DataColumn<ConsoleAuditRecord> = {
  id: 'tenant',
  header: 'Tenant',
  width: '14rem',
  cell: ({ tenant }) =>
    tenant ? <TenantLink tenant={tenant} /> : <chakra.span color="fg.muted">The platform</chakra.span>,
}

/** The columns of a log; with those of several tenants among each other, each row says whose it is. */
export function consoleAuditColumns(
  modules: readonly Module[],
  { ofOneTenant }: { ofOneTenant: boolean },
): DataColumn<ConsoleAuditRecord>[] {
  const [what, ...rest] = auditColumns<ConsoleAuditRecord>(modules)
  const more = ofOneTenant ? rest : [tenantColumn, ...rest]
  return what ? [what, ...more] : more
}
