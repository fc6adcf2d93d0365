'use client'

import { Button } from '@chakra-ui/react/button'
import { Download, ScrollText, ShieldCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { MAX_LISTED, type AuditRecord } from '#src/audit/audit-query.ts'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { MenuEntry } from '#src/ui/overlay/menu-entry.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { auditColumns } from './audit-columns.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditTable, exportAddress, toAuditFilters } from './audit-query.ts'
import { ChainCheck } from './chain-check.tsx'
import { describeEntry } from './describe-entry.ts'
import { EntryDrawer } from './entry-drawer.tsx'
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
  const [opened, setOpened] = useState<AuditRecord>()
  const check = useChainCheck()
  const isMissing = list.data === undefined && list.error !== null
  const isNarrowed = Object.keys(filters).length > 0

  return (
    <>
      <PageHeader
        title="Audit log"
        description={
          list.data?.isTotalExact === false
            ? `The newest ${formatNumber(MAX_LISTED)} entries. Narrow the time for older ones, or export all.`
            : 'Who did what, and when. Entries can be read and exported, and not changed by anybody.'
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
            <ExportMenu addressOf={(format) => exportAddress(filters, format)} />
          </>
        }
      />
      {check.data && <ChainCheck proof={check.data} />}
      <DataTable
        label="Audit log"
        columns={columns}
        rows={list.data?.items}
        total={list.data?.total ?? 0}
        state={state}
        onStateChange={changeState}
        getRowId={({ id }) => id}
        getRowLabel={(entry) => describeEntry(entry, modules)}
        loading={list.isPlaceholderData}
        onRowOpen={setOpened}
        searchLabel="Search the log"
        toolbar={<AuditFilters filters={state.filters} onChange={(next) => changeState({ filters: next })} />}
        empty={
          <EmptyState
            icon={<ScrollText />}
            title={isNarrowed ? 'Nothing matches' : 'Nothing has happened yet'}
            description={
              isNarrowed ? 'Try fewer filters or other words.' : 'What people do here is told in this place.'
            }
            action={
              isNarrowed && (
                <Button variant="outline" onClick={() => changeState({ q: '', filters: {} })}>
                  Clear search and filters
                </Button>
              )
            }
          />
        }
        error={
          isMissing ? (
            <CallFailure
              title="The audit log could not be loaded"
              error={callErrorOf(list.error)}
              onRetry={() => void list.refetch()}
            />
          ) : undefined
        }
      />
      <EntryDrawer
        entry={opened}
        onClose={() => setOpened(undefined)}
        onNarrow={(next) => {
          changeState({ q: '', filters: next })
          setOpened(undefined)
        }}
      />
    </>
  )
}

function ExportMenu({ addressOf }: { addressOf: (format: 'csv' | 'json') => string }) {
  return (
    <Menu
      trigger={(props) => (
        <Button variant="outline" {...props}>
          <Download />
          Export
        </Button>
      )}
    >
      <MenuEntry onSelect={() => window.location.assign(addressOf('csv'))}>CSV, for spreadsheets</MenuEntry>
      <MenuEntry onSelect={() => window.location.assign(addressOf('json'))}>JSON, for programs</MenuEntry>
    </Menu>
  )
}
