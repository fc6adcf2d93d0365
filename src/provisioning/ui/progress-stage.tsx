'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'
import { getStepTitle } from '../step-titles.ts'
import type { RunPhase } from './run-phase.ts'
import type { WatchedRun } from '../watched-run.ts'

const Track = chakra('div', {
  base: { h: '2', bg: 'bg.emphasized', borderRadius: 'full', overflow: 'hidden' },
})
const Fill = chakra('div', {
  base: {
    h: '100%',
    bg: 'accent',
    borderRadius: 'full',
    transformOrigin: 'left',
    transitionProperty: 'width',
    transitionDuration: 'slow',
    transitionTimingFunction: 'out',
  },
})

/** What is being done this moment, and the finished share of the whole. */
export function ProgressStage({ run, phase }: { run: WatchedRun | undefined; phase: RunPhase }) {
  const percent = run?.percent ?? 0
  return (
    <chakra.div display="grid" gap="2">
      <chakra.div display="flex" justifyContent="space-between" gap="4">
        <chakra.p>
          <Sentence run={run} phase={phase} />
        </chakra.p>
        <chakra.span fontFamily="mono" fontVariantNumeric="tabular-nums" aria-hidden>
          {percent} %
        </chakra.span>
      </chakra.div>
      <Track
        role="progressbar"
        aria-label="Finished share"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <Fill css={{ width: `${percent}%` }} />
      </Track>
    </chakra.div>
  )
}

function Sentence({ run, phase }: { run: WatchedRun | undefined; phase: RunPhase }) {
  if (!run) return 'Looking for your sign-up'
  if (phase === 'retrying') return <Countdown key={run.lastSeq} run={run} />
  if (phase === 'undoing') return 'Something went wrong. Taking everything back'
  if (phase === 'waiting') return run.attempt > 1 ? 'Starting again from nothing' : 'Next in line'
  const running = run.steps.find((step) => step.state === 'running')
  return running ? getStepTitle(running.name).title : 'Getting ready'
}

/** Seconds until the next attempt, counted on this device from the moment it was announced. */
function Countdown({ run }: { run: WatchedRun }) {
  const [left, setLeft] = useState(run.retryDelayMs ?? 0)
  useEffect(() => {
    const end = performance.now() + (run.retryDelayMs ?? 0)
    const timer = setInterval(() => setLeft(Math.max(0, end - performance.now())), 200)
    return () => clearInterval(timer)
  }, [run.retryDelayMs])
  const seconds = Math.ceil(left / 1000)
  return (
    <>
      A passing fault. Everything was taken back, attempt {run.attempt} starts{' '}
      {seconds > 0 ? `in ${seconds} s` : 'now'}
    </>
  )
}
