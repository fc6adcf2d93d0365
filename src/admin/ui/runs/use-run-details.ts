'use client'

import { useQuery } from '@tanstack/react-query'
import type { RunSnapshot } from '#src/provisioning/run.ts'
import { runKeys, useRunCalls } from './run-calls.ts'

/**
 * A run with what may be done about it. It is asked for anew whenever the run turns: when it starts, ends, or is
 * started again.
 */
export function useRunDetails(runId: string, live: RunSnapshot | undefined) {
  const { get } = useRunCalls()
  const turn = live && [live.state, live.attempt]
  return useQuery({
    queryKey: [...runKeys.run(runId), turn],
    queryFn: () => get(runId),
    placeholderData: (last) => last,
  })
}
