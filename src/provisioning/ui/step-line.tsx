'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { RunStep } from '../run.ts'
import type { RunPhase } from './run-phase.ts'
import { StepRow } from './step-row.tsx'
import type { WatchedRun } from '../watched-run.ts'

const List = chakra('ol', { base: { listStyle: 'none', m: '0' } })

interface StepLineProps {
  steps: readonly (RunStep | Pick<RunStep, 'name' | 'state'>)[]
  run: WatchedRun | undefined
  phase: RunPhase | undefined
}

/** The steps of a run on one vertical line, in the order they happen. */
export function StepLine({ steps, run, phase }: StepLineProps) {
  return (
    <section aria-labelledby="steps-heading">
      <chakra.h2 id="steps-heading" textStyle="overline" mb="2">
        What happens, step by step
      </chakra.h2>
      <List data-settled={phase === 'ready' || undefined}>
        {steps.map((step, index) => (
          <StepRow key={step.name} step={step} log={run?.log?.[step.name]} index={index} />
        ))}
      </List>
    </section>
  )
}
