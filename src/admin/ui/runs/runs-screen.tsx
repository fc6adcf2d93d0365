'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Activity } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { LiveMark } from '#src/provisioning/ui/runs/live-mark.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { useLiveRunList } from '#src/provisioning/ui/runs/use-live-run-list.ts'
import { FLEET } from '#src/realtime/topic.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { runKeys, useRunCalls } from './run-calls.ts'
import { runColumns } from './run-columns.tsx'
import { RunFilters } from './run-filters.tsx'
import { runTable, toRunFilters } from './run-query.ts'

/** The runs of all tenants as they happen, and the queue they wait in. */
export function RunsScreen() {
  const router = useRouter()
  const { list } = useRunCalls()
  const { timeZone } = useFormatSettings()
  const [state, changeState] = useTableUrlState(runTable)
  const { page, limit, q, filters } = state
  const query = useMemo(
    () => ({ ...toRunFilters({ q, filters }, timeZone), page, limit }),
    [q, filters, timeZone, page, limit],
  )
  const { runs, total, status, isPlaceholderData, error, refetch } = useLiveRunList({
    topic: FLEET,
    queryKey: runKeys.lists,
    query,
    read: list,
  })
  const isNarrowed = q !== '' || Object.keys(filters).length > 0
  return (
    <chakra.div display="grid" gridTemplateColumns="minmax(0, 1fr)" gap="6">
      <chakra.div mb="-6">
        <PageHeader
          title="Runs"
          description="What is being built, switched and taken back, over all tenants."
          aside={<LiveMark status={status} />}
        />
      </chakra.div>
      <QueuePanel />
      <DataTable
        label="Runs"
        columns={runColumns}
        rows={runs}
        total={total}
        state={state}
        onStateChange={changeState}
        getRowId={({ id }) => id}
        getRowLabel={(run) => `${describeRun(run)}, ${run.businessName}`}
        loading={isPlaceholderData}
        onRowOpen={({ id }) => router.push(`/admin/runs/${id}`)}
        searchLabel="Search by name, address or run id"
        toolbar={<RunFilters filters={filters} onChange={(next) => changeState({ filters: next })} />}
        empty={
          <EmptyState
            icon={<Activity />}
            title={isNarrowed ? 'Nothing matches' : 'Nothing has run yet'}
            description={
              isNarrowed ? 'New runs that match appear by themselves.' : 'The first sign-up appears here.'
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
          !runs && error ? (
            <CallFailure
              title="The runs could not be loaded"
              error={callErrorOf(error)}
              onRetry={() => void refetch()}
            />
          ) : undefined
        }
      />
    </chakra.div>
  )
}
