'use client'

import { useMemo } from 'react'
import type { FleetRunFilters } from '#src/provisioning/run-list.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../console-keys.ts'

export const runKeys = {
  lists: [...consoleKeys.runs, 'list'],
  listOf: (tenantId: string) => [...consoleKeys.runs, 'of', tenantId],
  run: (runId: string) => [...consoleKeys.runs, 'run', runId],
  queue: [...consoleKeys.runs, 'queue'],
} as const

/** How the console reads runs. */
export function useRunCalls() {
  const api = useApi()
  return useMemo(
    () => ({
      list: (query: FleetRunFilters & { page: number; limit: number }) => api.admin.runs.list.query(query),
      get: (runId: string) => api.admin.runs.get.query({ runId }),
      readEvents: async (runId: string, after: number) =>
        (await api.admin.runs.listEvents.query({ runId, after })).items,
      queue: () => api.admin.runs.queue.query({}),
    }),
    [api],
  )
}
