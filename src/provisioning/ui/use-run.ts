'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLiveTopic } from '#src/realtime/ui/use-live-topic.ts'
import { runTopic } from '#src/realtime/topic.ts'
import { callErrorOf, createApiClient, type ApiClient, type CallError } from '#src/trpc/ui/client.ts'
import type { RunEvent } from '../run.ts'
import { isSettled, phaseOf } from './run-phase.ts'
import { applyWatchedEvent, newerRun, type WatchedRun } from './watched-run.ts'

/** What the server says about the tenant a run belongs to. */
export type TenantOfRun = Omit<Awaited<ReturnType<ApiClient['runs']['getById']['query']>>, 'run'>

export type RunWatch = {
  api: ApiClient
  tenant: TenantOfRun | undefined
  run: WatchedRun | undefined
  /** the run was still under way when this page first saw it */
  sawItHappen: boolean
  isLive: boolean
  /** the run cannot be shown: unknown, or the token does not fit */
  refusal: CallError | undefined
  /** asks the server for the present state at once */
  refresh: () => Promise<void>
}

const POLL_MS = 1_000

/**
 * Follows one run: its first state by an ordinary call, then events as they are stored. While the live connection
 * is away, the state is asked for every second instead.
 * @param watchToken left out for people who come by their sign-in
 */
export function useRun(runId: string, watchToken: string | undefined): RunWatch {
  const [api] = useState(createApiClient)
  const [tenant, setTenant] = useState<TenantOfRun>()
  const [asked, setAsked] = useState<WatchedRun>()
  const [refusal, setRefusal] = useState<CallError>()
  const [sawItHappen, setSawItHappen] = useState(false)

  const refresh = useCallback(async () => {
    try {
      const { run, ...rest } = await api.runs.getById.query({ runId, ...(watchToken ? { watchToken } : {}) })
      setTenant(rest)
      setAsked((last) => newerRun(last, run))
      setRefusal(undefined)
      if (!isSettled(phaseOf(run, rest.status))) setSawItHappen(true)
    } catch (thrown) {
      const error = callErrorOf(thrown)
      // Anything else passes; the next question may be answered.
      if (isRefusal(error)) setRefusal(error)
    }
  }, [api, runId, watchToken])

  const live = useLiveTopic<WatchedRun, RunEvent>({
    topic: refusal ? null : runTopic(runId),
    token: watchToken,
    apply: applyWatchedEvent,
  })
  const run = useMemo(() => newerRun(live.snapshot, asked), [live.snapshot, asked])
  const isLive = live.status === 'live'
  const settled = run !== undefined && isSettled(phaseOf(run, tenant?.status))

  useEffect(() => {
    void refresh()
  }, [refresh])

  useEffect(() => {
    if (refusal || (tenant && (isLive || settled))) return
    const timer = setInterval(() => void refresh(), POLL_MS)
    return () => clearInterval(timer)
  }, [refusal, tenant, isLive, settled, refresh])

  return { api, tenant, run, sawItHappen, isLive, refusal, refresh }
}

function isRefusal({ code }: CallError): boolean {
  return [
    'NOT_FOUND',
    'FORBIDDEN',
    'UNAUTHENTICATED',
    'TOKEN_INVALID',
    'VALIDATION_FAILED',
    'BAD_REQUEST',
  ].includes(code)
}
