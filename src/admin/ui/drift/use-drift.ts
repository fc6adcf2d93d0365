'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../console-keys.ts'

/** Tenants of one page. */
export const DRIFT_PAGE = 20

/** What the last check found; hints renew it while another one is under way. */
export function useDrift(page: number) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.drift, page],
    queryFn: ({ signal }) => api.admin.drift.get.query({ page, limit: DRIFT_PAGE }, { signal }),
    placeholderData: keepPreviousData,
  })
}
