'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Building2 } from 'lucide-react'
import { useMemo } from 'react'
import { rolloutTenantStates } from '#src/provisioning/rollout.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import type { RolloutDetails, RolloutTenantsInput } from '../../rollouts.ts'
import { useRolloutTenants } from './migration-queries.ts'
import { RolloutTenantFilters } from './rollout-tenant-filters.tsx'
import { tenantColumns } from './tenant-columns.tsx'

const table: TableViewDefaults = { limit: 20, filters: ['state', 'wave'] }

/** Whose turn was when, and how it went: page by page, by state, wave and name. */
export function RolloutTenants({ rollout: { id: rolloutId, waves } }: { rollout: RolloutDetails }) {
  const [state, changeState] = useTableUrlState(table)
  const { data, error, isPlaceholderData, refetch } = useRolloutTenants(
    useMemo(() => toQuery(rolloutId, state), [rolloutId, state]),
  )
  return (
    <DataTable
      label="Tenants"
      columns={tenantColumns}
      rows={data?.items}
      total={data?.total ?? 0}
      state={state}
      onStateChange={changeState}
      getRowId={({ tenantId }) => tenantId}
      getRowLabel={({ subdomain }) => subdomain}
      loading={isPlaceholderData}
      searchLabel="Search by address"
      toolbar={
        <RolloutTenantFilters
          filters={state.filters}
          lastWave={waves.at(-1)?.to ?? 0}
          onChange={(filters) => changeState({ filters })}
        />
      }
      empty={
        <EmptyState
          icon={<Building2 />}
          title="Nothing matches"
          description={<chakra.span>No tenant of this rollout is like that.</chakra.span>}
        />
      }
      error={
        !data && error ? (
          <CallFailure
            title="The tenants could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : undefined
      }
    />
  )
}

/** An address that was edited by hand shows everything rather than an error about a field nobody sees. */
function toQuery(rolloutId: string, { page, limit, q, filters }: TableViewState): RolloutTenantsInput {
  const state = rolloutTenantStates.filter((one) => one === filters['state'])
  const wave = Number(filters['wave'] ?? Number.NaN)
  return {
    ...{ rolloutId, page, limit },
    ...(state.length > 0 ? { state } : {}),
    ...(Number.isInteger(wave) && wave >= 0 ? { wave } : {}),
    ...(q.trim() === '' ? {} : { q: q.trim().slice(0, 100) }),
  }
}
