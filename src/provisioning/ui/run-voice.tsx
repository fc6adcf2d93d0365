'use client'

import { useEffect, useRef } from 'react'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { describeTab, sentencesBetween } from './run-sentences.ts'
import type { TenantOfRun } from './use-run.ts'
import type { WatchedRun } from '../watched-run.ts'

interface RunVoiceProps {
  run: WatchedRun | undefined
  tenant: TenantOfRun | undefined
}

/** Tells screen readers one sentence per finished step and per turn of the run, and keeps the tab's title current. */
export function RunVoice({ run, tenant }: RunVoiceProps) {
  const last = useRef<WatchedRun>(undefined)
  const name = tenant?.businessName ?? 'your workspace'

  useEffect(() => {
    if (!run) return
    const before = last.current
    last.current = run
    if (before) for (const sentence of sentencesBetween(before, run)) announce(sentence)
  }, [run])

  useEffect(() => {
    if (run) document.title = `${describeTab(run, name, tenant?.status)} · Berth`
  }, [run, name, tenant?.status])

  return null
}
