'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { PlanFeature } from '#src/tenancy/plan-feature.ts'
import { consoleKeys } from '../console-keys.ts'

const HISTORY = 10

/** Plans by modules. */
export function usePlanTable() {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.features, 'plans'],
    queryFn: ({ signal }) => api.admin.features.list.query(undefined, { signal }),
  })
}

/** Says what a plan does with a module, and renews what shows it. */
export function usePlanFeatureChange(): (feature: PlanFeature) => Promise<void> {
  const api = useApi()
  const cache = useQueryClient()
  return async (feature) => {
    await api.admin.features.setPlanDefault.mutate(feature)
    await cache.invalidateQueries({ queryKey: consoleKeys.features })
  }
}

/** Modules that the platform has switched, page by page. */
export function useOverrides(query: { page: number; limit: number }) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.features, 'overrides', query],
    queryFn: ({ signal }) => api.admin.features.listOverrides.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Who changed last what plans do. */
export function usePlanHistory() {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.features, 'history'],
    queryFn: ({ signal }) =>
      api.admin.audit.list.query(
        { tenantId: PLATFORM_CHAIN, action: 'plan_features.', limit: HISTORY },
        { signal },
      ),
  })
}
