'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { History } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import type { TableViewDefaults } from '#src/ui/data-table/table-state.ts'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import type { RolloutDetails } from '../../rollouts.ts'
import { turnOf, useRollouts } from './migration-queries.ts'
import { rolloutColumns } from './rollout-columns.tsx'
import { titleRollout } from './rollout-title.ts'

const table: TableViewDefaults = { limit: 10 }

/** All rollouts, the newest first. @param current as it stands now; the others stand still */
export function RolloutHistory({ current }: { current: RolloutDetails | null | undefined }) {
  const router = useRouter()
  const [state, changeState] = useTableUrlState(table)
  const { page, limit } = state
  const { data, error, isPlaceholderData, refetch } = useRollouts({ page, limit }, turnOf(current))
  const rows = data?.items.map((rollout) => (rollout.id === current?.id ? current : rollout))
  return (
    <DataTable
      label="Rollouts"
      columns={rolloutColumns}
      rows={rows}
      total={data?.total ?? 0}
      state={state}
      onStateChange={changeState}
      getRowId={({ id }) => id}
      getRowLabel={titleRollout}
      loading={isPlaceholderData}
      toolbar={
        <chakra.h2 textStyle="lg" fontWeight="semibold" letterSpacing="tight">
          History
        </chakra.h2>
      }
      onRowOpen={({ id }) => router.push(`/admin/migrations/${id}`)}
      empty={
        <EmptyState
          icon={<History />}
          title="No rollout yet"
          description="What is ordered here or with “berth migrations up” is kept here."
        />
      }
      error={
        !data && error ? (
          <CallFailure
            title="The rollouts could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : undefined
      }
    />
  )
}
