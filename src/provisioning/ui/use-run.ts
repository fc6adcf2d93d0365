'use client'

import { useEffect, useState } from 'react'
import { runTopic } from '#src/realtime/topic.ts'
import { useLiveTopic } from '#src/realtime/ui/use-live-topic.ts'
import { callErrorOf, createApiClient, type ApiClient, type CallError } from '#src/trpc/ui/client.ts'
import type { RunEvent } from '../run.ts'
import { isSettled, phaseOf, type RunPhase } from './run-phase.ts'
import { applyWatchedEvent, newerRun, type WatchedRun } from '../watched-run.ts'

type Progress = Awaited<ReturnType<ApiClient['runs']['getById']['query']>>

/** What the server says about the tenant a run belongs to. */
export type TenantOfRun = Omit<Progress, 'run'>

export type RunWatch = {
  api: ApiClient
  tenant: TenantOfRun | undefined
  run: WatchedRun | undefined
  phase: RunPhase | undefined
  isLive: boolean
  /** the run cannot be shown: unknown, or the token does not fit */
  refusal: CallError | undefined
  /** asks the server for the present state at once */
  refresh: () => void
}

/** How often to ask while nothing is live, and how often all the same while it is, in milliseconds. */
const POLL_MS = { away: 1_000, live: 5_000 }
/** Other failures pass; the next question may be answered. */
const FINAL = new Set(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'TOKEN_INVALID', 'VALIDATION_FAILED'])

/**
 * Follows one run: its first state by an ordinary call, then events as they are stored. While the live connection
 * is away, the state is asked for every second instead; while it is there, now and then, since a run that seems to
 * hang is the worst of answers.
 * @param watchToken left out for people who come by their sign-in
 */
export function useRun(runId: string, watchToken: string | undefined): RunWatch {
  const [api] = useState(createApiClient)
  const [answer, setAnswer] = useState<Progress>()
  const [refusal, setRefusal] = useState<CallError>()
  const [question, setQuestion] = useState(0)

  const live = useLiveTopic<WatchedRun, RunEvent>({
    topic: refusal ? null : runTopic(runId),
    token: watchToken,
    apply: applyWatchedEvent,
  })
  const run = newerRun(live.snapshot, answer?.run)
  const phase = run && phaseOf(run, answer?.status)
  const isLive = live.status === 'live'
  const isOver = answer !== undefined && phase !== undefined && isSettled(phase)
  const pollMs = isLive && answer ? POLL_MS.live : POLL_MS.away

  useEffect(() => {
    let isCurrent = true
    api.runs.getById.query({ runId }, watchToken ? { context: { watchToken } } : {}).then(
      (next) => {
        if (!isCurrent) return
        setAnswer((last) => (last && last.run.lastSeq > next.run.lastSeq ? last : next))
        setRefusal(undefined)
      },
      (thrown: unknown) => {
        const error = callErrorOf(thrown)
        if (isCurrent && FINAL.has(error.code)) setRefusal(error)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [api, runId, watchToken, question])

  useEffect(() => {
    if (refusal || isOver) return
    const timer = setInterval(() => setQuestion((count) => count + 1), pollMs)
    return () => clearInterval(timer)
  }, [refusal, isOver, pollMs])

  return {
    api,
    tenant: answer,
    run,
    phase,
    isLive,
    refusal,
    refresh: () => setQuestion((count) => count + 1),
  }
}
