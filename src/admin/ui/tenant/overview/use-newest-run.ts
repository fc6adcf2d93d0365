'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { tenantTopic } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../../console-keys.ts'

/** A run's first event has this number: before it there was no such run. */
const FIRST_SEQ = 1

/** The run of a tenant that was asked for last, whoever asked; null where there never was one. */
export function useNewestRun(tenantId: string) {
  const api = useApi()
  const cache = useQueryClient()
  const queryKey = [...consoleKeys.tenant(tenantId), 'newest-run']

  const renew = useEffectEvent(() => void cache.invalidateQueries({ queryKey }))
  useEffect(
    () =>
      watchLive(
        { topic: tenantTopic(tenantId) },
        {
          onSnapshot: () => undefined,
          onEvents: (events) => {
            if (events.some(({ seq }) => seq === FIRST_SEQ)) renew()
          },
          onStatus: () => undefined,
        },
      ),
    [tenantId],
  )

  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const { items } = await api.admin.runs.list.query({ tenantId, limit: 1 }, { signal })
      return items[0] ?? null
    },
  })
}
