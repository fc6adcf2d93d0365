'use client'

import { Button } from '@chakra-ui/react/button'
import { ScrollText, ShieldCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { auditColumns } from './audit-columns.tsx'
import { auditTable, exportAddress, reachOf, toAuditFilters } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'
import { ChainCheck } from './chain-check.tsx'
import { ExportMenu } from './export-menu.tsx'
import { useAuditLog, useChainCheck } from './use-audit-log.ts'

/** Who did what in the workspace, for those who answer for it. */
export function AuditScreen() {
  const may = useMay()
  if (may('audit:list')) return <AuditLog />
  return (
    <EmptyState
      level={1}
      icon={<ScrollText />}
      title="The audit log is for owners and admins"
      description="Ask one of them if you want to know who did something."
    />
  )
}

function AuditLog() {
  const { modules } = useModuleAccess()
  const { timeZone } = useFormatSettings()
  const [state, changeState] = useTableUrlState(auditTable)
  const filters = useMemo(() => toAuditFilters(state, timeZone), [state, timeZone])
  const list = useAuditLog({ ...filters, page: state.page, limit: state.limit })
  const columns = useMemo(() => auditColumns(modules), [modules])
  const check = useChainCheck()

  return (
    <>
      <PageHeader
        title="Audit log"
        description={
          reachOf(list.data) ??
          'Who did what, and when. Entries can be read and exported, and not changed by anybody.'
        }
        actions={
          <>
            <Button
              variant="outline"
              loading={check.isPending}
              onClick={() =>
                check.mutate(undefined, {
                  onError: (error) =>
                    toast.error('The log could not be checked', { description: callErrorOf(error).message }),
                })
              }
            >
              <ShieldCheck />
              Verify
            </Button>
            <ExportMenu addressOf={(format) => exportAddress('/tenants/me/audit', { ...filters, format })} />
          </>
        }
      />
      {check.data && <ChainCheck proof={check.data} />}
      <AuditTable
        list={list}
        columns={columns}
        state={state}
        onStateChange={changeState}
        isNarrowed={Object.keys(filters).length > 0}
      />
    </>
  )
}
