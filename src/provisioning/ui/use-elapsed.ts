'use client'

import { useEffect, useState } from 'react'
import { isSettled, phaseOf, totalMs } from './run-phase.ts'
import type { WatchedRun } from '../watched-run.ts'

const TICK_MS = 100
/** A clock that is wrong by more than this is not asked how long ago something was. */
const CEILING_MS = 120_000

/**
 * Milliseconds since the attempt started; stands still before it starts, and at the server's own figure after
 * it has ended. Ticks on this device's clock, so a wrong time of day does no harm.
 */
export function useElapsed(run: WatchedRun | undefined): number {
  const [elapsed, setElapsed] = useState(0)
  const startedAt = run?.startedAt ?? null
  const isTicking = run !== undefined && !isSettled(phaseOf(run))

  useEffect(() => {
    if (!isTicking || startedAt === null) return
    const sinceStart = Date.now() - Date.parse(startedAt)
    const already = sinceStart > 0 && sinceStart < CEILING_MS ? sinceStart : 0
    const begin = performance.now() - already
    const timer = setInterval(() => setElapsed(performance.now() - begin), TICK_MS)
    return () => clearInterval(timer)
  }, [isTicking, startedAt])

  return run && startedAt !== null ? (totalMs(run) ?? elapsed) : 0
}
