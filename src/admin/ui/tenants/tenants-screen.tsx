'use client'

import { Button } from '@chakra-ui/react/button'
import { Building2, Download, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import type { TenantListRow } from '#src/admin/tenant-list.ts'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { useConsole } from '../console-context.tsx'
import { BulkActions } from './bulk/bulk-actions.tsx'
import { NewTenantDrawer } from './new-tenant/new-tenant-drawer.tsx'
import { tenantColumns } from './tenant-columns.tsx'
import { TenantFilters } from './tenant-filters.tsx'
import { isNarrowed, tenantExportAddress, tenantTable } from './tenant-table.ts'
import { useMatchingTenants, useTenants } from './use-tenants.ts'

/** All tenants of the installation: found, compared and opened, and for admins changed many at a time. */
export function TenantsScreen({ options }: { options: SignUpOptions }) {
  const router = useRouter()
  const { mayChange, workspaceUrl } = useConsole()
  const [state, changeState] = useTableUrlState(tenantTable)
  const list = useTenants(state)
  const columns = useMemo(() => tenantColumns({ options, workspaceUrl }), [options, workspaceUrl])
  const listMatchingIds = useMatchingTenants(state)
  const [adding, setAdding] = useState(false)
  const stopAdding = useCallback(() => setAdding(false), [])
  const isMissing = list.data === undefined && list.error !== null
  const narrowed = isNarrowed(state)

  return (
    <>
      <PageHeader
        title="Tenants"
        description="Every business of this installation, and where it stands."
        actions={
          mayChange && (
            <>
              <Button
                variant="outline"
                disabled={!list.data || list.data.total === 0}
                onClick={() => window.location.assign(tenantExportAddress(state, new Date()))}
              >
                <Download />
                Export
              </Button>
              <Button onClick={() => setAdding(true)}>
                <Plus />
                New tenant
              </Button>
            </>
          )
        }
      />
      <DataTable
        label="Tenants"
        columns={columns}
        rows={list.data?.items}
        total={list.data?.total ?? 0}
        state={state}
        onStateChange={changeState}
        getRowId={getId}
        getRowLabel={getName}
        loading={list.isPlaceholderData}
        onRowOpen={({ id }) => router.push(`/admin/tenants/${id}`)}
        {...(mayChange
          ? {
              listMatchingIds,
              bulkActions: (ids: string[], select: (ids: readonly string[]) => void) => (
                <BulkActions ids={ids} select={select} />
              ),
            }
          : {})}
        searchLabel="Search tenants"
        toolbar={
          <TenantFilters
            options={options}
            filters={state.filters}
            onChange={(filters) => changeState({ filters })}
          />
        }
        empty={
          <EmptyState
            icon={<Building2 />}
            title={narrowed ? 'No tenants match' : 'No tenants yet'}
            description={
              narrowed
                ? 'Try fewer filters or other words.'
                : 'Businesses that sign up appear here the moment they do.'
            }
            action={
              narrowed && (
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
              title="The tenants could not be loaded"
              error={callErrorOf(list.error)}
              onRetry={() => void list.refetch()}
            />
          ) : undefined
        }
      />
      <NewTenantDrawer open={adding} onClose={stopAdding} options={options} />
    </>
  )
}

function getId({ id }: TenantListRow): string {
  return id
}

function getName({ businessName }: TenantListRow): string {
  return businessName
}
