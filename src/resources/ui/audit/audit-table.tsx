'use client'

import { Button } from '@chakra-ui/react/button'
import type { UseQueryResult } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { AuditRecord } from '#src/audit/audit-query.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import type { TableViewState } from '#src/ui/data-table/table-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { describeEntry } from './describe-entry.ts'
import { EntryDrawer } from './entry-drawer.tsx'

interface AuditTableProps<Entry extends AuditRecord> {
  list: UseQueryResult<{ items: Entry[]; total: number }>
  /** keep it stable between renders */
  columns: readonly DataColumn<Entry>[]
  state: TableViewState
  onStateChange: (change: Partial<TableViewState>) => void
  isNarrowed: boolean
  /** filters that are set elsewhere, and stay when those of the table are cleared */
  kept?: Record<string, string>
  /** more controls beside the filters */
  toolbar?: ReactNode
  /** more that is known about an entry, as terms and definitions */
  facts?: (entry: Entry) => ReactNode
}

const none: Record<string, string> = {}

/** Entries of a log with search and filters; a row opens all that is known about it. */
export function AuditTable<Entry extends AuditRecord>(props: AuditTableProps<Entry>) {
  const { list, columns, state, onStateChange, isNarrowed, kept = none } = props
  const { modules } = useModuleAccess()
  const [opened, setOpened] = useState<Entry>()
  const isMissing = list.data === undefined && list.error !== null
  const clear = () => onStateChange({ q: '', filters: kept })
  return (
    <>
      <DataTable
        label="Audit log"
        columns={columns}
        rows={list.data?.items}
        total={list.data?.total ?? 0}
        state={state}
        onStateChange={onStateChange}
        getRowId={({ id }) => id}
        getRowLabel={(entry) => describeEntry(entry, modules)}
        loading={list.isPlaceholderData}
        onRowOpen={setOpened}
        searchLabel="Search the log"
        toolbar={
          <>
            {props.toolbar}
            <AuditFilters
              filters={state.filters}
              kept={kept}
              onChange={(next) => onStateChange({ filters: next })}
            />
          </>
        }
        empty={
          <EmptyState
            icon={<ScrollText />}
            title={isNarrowed ? 'Nothing matches' : 'Nothing has happened yet'}
            description={
              isNarrowed ? 'Try fewer filters or other words.' : 'What people do here is told in this place.'
            }
            action={
              isNarrowed && (
                <Button variant="outline" onClick={clear}>
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
        facts={opened && props.facts?.(opened)}
        onClose={() => setOpened(undefined)}
        onNarrow={(next) => {
          onStateChange({ q: '', filters: { ...kept, ...next } })
          setOpened(undefined)
        }}
      />
    </>
  )
}
