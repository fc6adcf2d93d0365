'use client'

import { Button } from '@chakra-ui/react/button'
import { ListFilter, Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import type { AnyRecord } from '../../procedure-path.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { ExportButton } from '../export/export-button.tsx'
import { FilterChips } from '../filters/filter-chips.tsx'
import { FilterDrawer } from '../filters/filter-drawer.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { RecordDrawer } from '../record-drawer.tsx'
import { labelOfRecord } from '../record-label.ts'
import { NEW_RECORD, type RecordTarget } from '../record-target.ts'
import { useOpenRecord } from '../use-open-record.ts'
import { useRecordList } from '../use-records.ts'
import { BulkActions } from './bulk-actions.tsx'
import { EmptyTable } from './empty-table.tsx'
import { isNarrowed, tableDefaults, toListQuery } from './list-query.ts'
import { recordColumns } from './record-columns.tsx'
import { useLastPage } from './use-last-page.ts'

/** The page of a resource: its table, with search, filters and export, and its records in a drawer above it. */
export function ResourceScreen({ target }: { target: RecordTarget }) {
  const { resource } = target
  const { permits } = useModuleAccess()
  const [state, changeState] = useTableUrlState(tableDefaults(resource))
  const query = useMemo(() => toListQuery(resource, state), [resource, state])
  const list = useRecordList(target, query)
  const columns = useMemo(() => recordColumns(target), [target])
  const { recordId, open, close } = useOpenRecord(target)
  const [filtering, setFiltering] = useState(false)
  const setFilters = useCallback((filters: Record<string, string>) => changeState({ filters }), [changeState])
  useLastPage(list.data, state.page)
  const isMissing = list.data === undefined && list.error !== null
  const mayCreate = permits(resource, 'create')

  /** A new record that the list on screen does not show would seem to be lost. */
  async function onSaved(record: AnyRecord, wasNew: boolean): Promise<void> {
    if (!wasNew) return
    const { data } = await list.refetch()
    if (data?.items.some(({ id }) => id === record.id)) return
    toast.success(`${labelOfRecord(resource, record)} added`, {
      description: 'It is further on in this list.',
      action: { label: 'Open', onClick: () => open(record.id) },
    })
  }

  return (
    <>
      <PageHeader
        title={resource.title}
        description={resource.description}
        actions={
          <>
            <ExportButton target={target} query={query} disabled={!list.data || list.data.total === 0} />
            {mayCreate && (
              <Button onClick={() => open(NEW_RECORD)}>
                <Plus />
                Add {resource.singular}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        label={resource.title}
        columns={columns}
        rows={list.data?.items}
        total={list.data?.total ?? 0}
        state={state}
        onStateChange={changeState}
        getRowId={(record) => record.id}
        getRowLabel={(record) => labelOfRecord(resource, record)}
        loading={list.isPlaceholderData}
        onRowOpen={(record) => open(record.id)}
        searchLabel={`Search ${resource.plural}`}
        toolbar={
          <>
            <Button variant="outline" size="sm" aria-haspopup="dialog" onClick={() => setFiltering(true)}>
              <ListFilter />
              Filter
            </Button>
            <FilterChips target={target} filters={state.filters} onChange={setFilters} />
          </>
        }
        {...(permits(resource, 'delete')
          ? {
              bulkActions: (ids: string[], select: (ids: readonly string[]) => void) => (
                <BulkActions target={target} ids={ids} onDone={() => select([])} />
              ),
            }
          : {})}
        empty={
          <EmptyTable
            resource={resource}
            isNarrowed={isNarrowed(state)}
            onClear={() => changeState({ q: '', filters: {} })}
            onCreate={mayCreate ? () => open(NEW_RECORD) : undefined}
          />
        }
        error={
          isMissing ? (
            <CallFailure
              title={`${resource.title} could not be loaded`}
              error={callErrorOf(list.error)}
              onRetry={() => void list.refetch()}
              action={
                callErrorOf(list.error).code === 'VALIDATION_FAILED' && (
                  <Button onClick={() => changeState({ q: '', filters: {} })}>
                    Clear search and filters
                  </Button>
                )
              }
            />
          ) : undefined
        }
      />
      <FilterDrawer
        open={filtering}
        onClose={() => setFiltering(false)}
        target={target}
        filters={state.filters}
        onChange={setFilters}
        total={list.isPlaceholderData ? undefined : list.data?.total}
      />
      <RecordDrawer
        target={target}
        recordId={recordId}
        onOpen={open}
        onClose={close}
        onSaved={(record, wasNew) => void onSaved(record, wasNew)}
      />
    </>
  )
}
