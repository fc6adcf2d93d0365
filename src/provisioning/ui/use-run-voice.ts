'use client'

import { useEffect, useRef } from 'react'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { getStepTitle } from '../step-titles.ts'
import { phaseOf, totalMs } from './run-phase.ts'
import type { TenantOfRun } from './use-run.ts'
import type { WatchedRun } from './watched-run.ts'

/** Tells screen readers one sentence per finished step and per turn of the run, and keeps the tab's title current. */
export function useRunVoice(run: WatchedRun | undefined, tenant: TenantOfRun | undefined): void {
  const last = useRef<WatchedRun>(undefined)
  const name = tenant?.businessName ?? 'your workspace'

  useEffect(() => {
    if (!run) return
    const before = last.current
    last.current = run
    if (before) for (const sentence of sentencesBetween(before, run)) announce(sentence)
  }, [run])

  useEffect(() => {
    if (run) document.title = `${titleOf(run, name, tenant?.status)} · Berth`
  }, [run, name, tenant?.status])
}

/** What happened between two views of a run, in words; nothing that was said before. */
export function sentencesBetween(before: WatchedRun, after: WatchedRun): string[] {
  const sentences: string[] = []
  for (const step of after.steps) {
    const previous = before.steps.find(({ name }) => name === step.name)
    if (previous?.state === step.state) continue
    const { title } = getStepTitle(step.name)
    if (step.state === 'succeeded') sentences.push(`${title}: done.`)
    if (step.state === 'failed') sentences.push(`${title}: failed. ${step.message ?? ''}`.trim())
  }
  const phase = phaseOf(after)
  if (phase === phaseOf(before)) return sentences
  const total = totalMs(after)
  if (phase === 'ready')
    sentences.push(`Your workspace is ready${total === undefined ? '' : ` in ${formatDuration(total)}`}.`)
  if (phase === 'failed') sentences.push('It could not be built. Nothing is left behind. You can try again.')
  if (phase === 'retrying') sentences.push(`Trying again, attempt ${after.attempt}.`)
  if (phase === 'cancelled') sentences.push('The sign-up is cancelled.')
  return sentences
}

function titleOf(run: WatchedRun, name: string, tenantStatus: string | undefined): string {
  switch (phaseOf(run, tenantStatus)) {
    case 'ready':
      return `Ready: ${name}`
    case 'failed':
      return `Failed: ${name}`
    case 'cancelled':
      return `Cancelled: ${name}`
    case 'rolled-back':
      return `Taken back: ${name}`
    case 'undoing':
      return `Undoing: ${name}`
    default:
      return `${run.percent} % ${name}`
  }
}
