'use client'

import { Button } from '@chakra-ui/react/button'
import { SearchX, Users } from 'lucide-react'
import { useCallback } from 'react'
import { MemberFilters } from '#src/tenancy/ui/team/member-filters.tsx'
import { memberColumns } from '#src/tenancy/ui/team/member-columns.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useTenantPeople } from '../tenant-queries.ts'

const defaults = { sortBy: 'fullName', filters: ['role', 'state'] }
/** Whoever looks at it from the platform is none of them. */
const columns = memberColumns('')

/** Who belongs to the tenant. The tenant itself decides about them. */
export function PeopleTab({ tenantId }: { tenantId: string }) {
  const [state, changeState] = useTableUrlState(defaults)
  const { data, error, isPlaceholderData, refetch } = useTenantPeople(tenantId, state)
  const setFilters = useCallback((filters: Record<string, string>) => changeState({ filters }), [changeState])
  const isNarrowed = state.q !== '' || Object.values(state.filters).some(Boolean)
  return (
    <DataTable
      label="People"
      columns={columns}
      rows={data?.items}
      total={data?.total ?? 0}
      state={state}
      onStateChange={changeState}
      getRowId={({ id }) => id}
      getRowLabel={({ fullName }) => fullName}
      loading={isPlaceholderData}
      searchLabel="Search people"
      toolbar={<MemberFilters filters={state.filters} onChange={setFilters} />}
      empty={
        isNarrowed ? (
          <EmptyState
            icon={<SearchX />}
            title="Nobody matches"
            action={
              <Button variant="outline" onClick={() => changeState({ q: '', filters: {} })}>
                Clear search and filters
              </Button>
            }
          />
        ) : (
          <EmptyState icon={<Users />} title="Nobody belongs to this tenant" />
        )
      }
      error={
        error && !data ? (
          <CallFailure
            title="The people could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : undefined
      }
    />
  )
}
