'use client'

import { useMemo } from 'react'
import { useLiveRunList } from '#src/provisioning/ui/runs/use-live-run-list.ts'
import { tenantTopic } from '#src/realtime/topic.ts'
import { runKeys, useRunCalls } from '../../runs/run-calls.ts'

/** The run of a tenant that was asked for last, whoever asked, as it stands at this moment. */
export function useNewestRun(tenantId: string) {
  const { list } = useRunCalls()
  const query = useMemo(() => ({ tenantId, page: 1, limit: 1 }), [tenantId])
  const queryKey = useMemo(() => runKeys.listOf(tenantId), [tenantId])
  const { runs, error, refetch } = useLiveRunList({
    topic: tenantTopic(tenantId),
    queryKey,
    query,
    read: list,
  })
  return {
    /** null where there never was one, undefined until that is known */
    run: runs && (runs[0] ?? null),
    error,
    refetch,
  }
}
