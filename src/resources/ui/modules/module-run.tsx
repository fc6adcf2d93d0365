'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useEffectEvent } from 'react'
import type { RunSnapshot } from '#src/provisioning/run.ts'
import { isSettled, totalMs } from '#src/provisioning/ui/run-phase.ts'
import { RetryButton } from '#src/provisioning/ui/retry-button.tsx'
import { StepRow } from '#src/provisioning/ui/step-row.tsx'
import { useRun } from '#src/provisioning/ui/use-run.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import type { Module } from '../../define-module.ts'

const Box = chakra('section', {
  base: { bg: 'bg.subtle', borderRadius: 'control', px: { base: '3', sm: '5' }, py: '4' },
})
const Steps = chakra('ol', { base: { listStyle: 'none', m: '0', mt: '2' } })

interface ModuleRunProps {
  runId: string
  module: Module
  onSettled: () => void
  /** asks for the same again; true to switch on */
  onRetry: (enabled: boolean) => void
}

/** A run that switches a module, as it happens, and how it ended. */
export function ModuleRun({ runId, module, onSettled, onRetry }: ModuleRunProps) {
  const { run, phase } = useRun(runId, undefined)
  const hasEnded = phase !== undefined && isSettled(phase)
  const sentence = run && sentenceOf(run, module.title)

  const tell = useEffectEvent(() => {
    if (sentence !== undefined) announce(sentence)
    onSettled()
  })
  useEffect(() => {
    if (hasEnded) tell()
  }, [hasEnded])

  if (!run) return null
  return (
    <Box aria-label={`Progress of ${module.title}`}>
      <chakra.p fontWeight="medium" role={run.state === 'failed' ? 'alert' : undefined}>
        {sentence}
      </chakra.p>
      {run.state === 'failed' && (
        <chakra.div display="grid" gap="3" justifyItems="start" mt="1" color="fg.muted" textStyle="sm">
          <p>
            {run.error?.message} Nothing has changed: what this attempt did was taken back, and everything
            else goes on as before.
            {run.error && (
              <chakra.span fontFamily="mono" textStyle="xs" display="block" mt="1">
                {run.error.code} {run.requestId}
              </chakra.span>
            )}
          </p>
          <RetryButton busy={false} onClick={() => onRetry(run.kind === 'enable-module')} />
        </chakra.div>
      )}
      <Steps data-settled={run.state === 'succeeded' || undefined}>
        {run.steps.map((step, index) => (
          <StepRow key={step.name} step={step} log={run.log?.[step.name]} index={index} />
        ))}
      </Steps>
    </Box>
  )
}

function sentenceOf(run: RunSnapshot, title: string): string {
  const word = run.kind === 'enable-module' ? 'on' : 'off'
  if (run.state === 'succeeded') {
    const total = totalMs(run)
    return `${title} is ${word}${total === undefined ? '' : `, after ${formatDuration(total)}`}.`
  }
  if (run.state === 'failed') return `${title} could not be switched ${word}.`
  return `Switching ${title} ${word}, ${run.percent} %`
}
