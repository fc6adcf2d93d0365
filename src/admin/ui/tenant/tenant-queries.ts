'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { toMembersQuery } from '#src/tenancy/ui/team/team-queries.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TableViewState } from '#src/ui/data-table/table-state.ts'
import { consoleKeys } from '../console-keys.ts'

const keyOf = (tenantId: string, part: string) => [...consoleKeys.tenant(tenantId), part]

/** What the control plane knows of a tenant. Hints of changes renew it. */
export function useTenant(tenantId: string) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(tenantId, 'details'),
    queryFn: ({ signal }) => api.admin.tenants.get.query({ tenantId }, { signal }),
  })
}

/** How much a tenant asks for and keeps; rows as the statistics of the database know them. */
export function useTenantUsage(tenantId: string) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(tenantId, 'usage'),
    queryFn: ({ signal }) => api.admin.tenants.usage.query({ tenantId }, { signal }),
  })
}

/** One page of a tenant's people. */
export function useTenantPeople(tenantId: string, state: TableViewState) {
  const api = useApi()
  const query = { tenantId, ...toMembersQuery(state) }
  return useQuery({
    queryKey: [...keyOf(tenantId, 'people'), query],
    queryFn: ({ signal }) => api.admin.tenants.listPeople.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** How each module stands with a tenant. */
export function useTenantModules(tenantId: string) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(tenantId, 'modules'),
    queryFn: ({ signal }) => api.admin.features.listForTenant.query({ tenantId }, { signal }),
  })
}

/** Renews all that is shown of a tenant, and the lists it is part of. */
export function useTenantRenewal(tenantId: string): () => Promise<void> {
  const cache = useQueryClient()
  return async () => {
    const keys = [consoleKeys.tenant(tenantId), consoleKeys.tenants]
    await Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey })))
  }
}
