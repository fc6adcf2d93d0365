'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMemo } from 'react'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { reachOf } from '#src/resources/ui/audit/audit-query.ts'
import { AuditTable } from '#src/resources/ui/audit/audit-table.tsx'
import { ChainCheck } from '#src/resources/ui/audit/chain-check.tsx'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import type { ConsoleAuditRecord } from '../../audit-log.ts'
import { consoleAuditColumns } from './console-audit-columns.tsx'
import { consoleAuditTable, toConsoleFilters } from './console-audit-query.ts'
import { FleetProof } from './fleet-proof.tsx'
import { LogActions } from './log-actions.tsx'
import { TenantLink } from './tenant-link.tsx'
import { TenantPicker } from './tenant-picker.tsx'
import { useConsoleLog, useLogCheck } from './use-console-log.ts'
import { useFleetCheck } from './use-fleet-check.ts'

interface ConsoleAuditLogProps {
  /** the log of this tenant, as a part of another page; all logs, as a page of their own, without */
  tenantId?: string
}

/** Who did what, anywhere. */
export function ConsoleAuditLog({ tenantId }: ConsoleAuditLogProps) {
  const { modules } = useModuleAccess()
  const { timeZone } = useFormatSettings()
  const [state, changeState] = useTableUrlState(consoleAuditTable)
  const filters = useMemo(() => toConsoleFilters(state, { timeZone, tenantId }), [state, timeZone, tenantId])
  const list = useConsoleLog({ ...filters, page: state.page, limit: state.limit })
  const chosen = filters.tenantId
  const columns = useMemo(
    () => consoleAuditColumns(modules, { ofOneTenant: chosen !== undefined }),
    [modules, chosen],
  )
  const check = useLogCheck()
  // What was proved of another log says nothing about this one.
  const proof = check.data?.chain === (chosen ?? PLATFORM_CHAIN) ? check.data : undefined
  const fleet = useFleetCheck()
  const { tenantId: _, ...others } = state.filters
  const kept: Record<string, string> = chosen && !tenantId ? { tenantId: chosen } : {}

  function choose(next: string | undefined): void {
    check.reset()
    changeState({ filters: next ? { ...others, tenantId: next } : others })
  }

  const actions = (
    <LogActions
      filters={filters}
      isChecking={check.isPending || fleet.check?.isRunning === true}
      onVerify={(whose) => {
        fleet.clear()
        check.mutate(whose)
      }}
      onVerifyAll={() => {
        check.reset()
        fleet.start()
      }}
    />
  )
  return (
    <>
      {tenantId ? (
        <chakra.div display="flex" flexWrap="wrap" alignItems="center" gap="3" mb="4">
          <chakra.p flex="1" minW="12rem" color="fg.muted">
            {reachOf(list.data) ?? 'Who did what here, people of the platform included.'}
          </chakra.p>
          {actions}
        </chakra.div>
      ) : (
        <PageHeader
          title="Audit log"
          description={reachOf(list.data) ?? 'Who did what, in all workspaces and on the platform.'}
          actions={actions}
        />
      )}
      {proof && <ChainCheck proof={proof} advice="Compare it with a proof you have kept." />}
      {fleet.check && <FleetProof check={fleet.check} />}
      <AuditTable<ConsoleAuditRecord>
        list={list}
        columns={columns}
        state={state}
        onStateChange={changeState}
        isNarrowed={state.q !== '' || Object.keys(others).length > 0}
        kept={kept}
        toolbar={!tenantId && <TenantPicker tenantId={chosen} onChange={choose} />}
        facts={({ tenant }) => (
          <>
            <dt>Tenant</dt>
            <dd>{tenant ? <TenantLink tenant={tenant} /> : 'The platform'}</dd>
          </>
        )}
      />
    </>
  )
}
