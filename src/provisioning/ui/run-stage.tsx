'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRef, type ReactNode } from 'react'
import { EndedStage } from './ended-stage.tsx'
import { FailedStage } from './failed-stage.tsx'
import { ProgressStage } from './progress-stage.tsx'
import { ReadyStage } from './ready-stage.tsx'
import type { RunPhase } from './run-phase.ts'
import type { RunWatch } from './use-run.ts'
import { useFocusKeptBy } from './use-focus-kept-by.ts'
import { WaitingNote } from './waiting-note.tsx'
import type { WatchToken } from './watch-token.ts'

const Box = chakra('section', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '5',
    minH: { base: '44', sm: '40' },
    alignContent: 'start',
  },
})

export interface StageProps {
  watch: RunWatch
  /** null for people who come by their sign-in. */
  token: WatchToken | null
}

/** The headline of the page: what is going on right now, and the one thing to do about it. Keeps its height. */
export function RunStage({ watch, token }: StageProps) {
  const { tenant, phase } = watch
  const heading = useRef<HTMLHeadingElement>(null)
  const focusHandlers = useFocusKeptBy(heading, phase)
  const address = tenant?.workspaceUrl.replace(/^https?:\/\//, '')
  return (
    <Box aria-labelledby="run-heading" {...focusHandlers}>
      <div>
        <chakra.h1
          id="run-heading"
          ref={heading}
          tabIndex={-1}
          outline="none"
          textStyle="2xl"
          fontWeight="semibold"
          textWrap="balance"
          overflowWrap="anywhere"
        >
          {headline(phase, tenant?.businessName)}
        </chakra.h1>
        <chakra.p
          fontFamily="mono"
          textStyle="sm"
          color="fg.muted"
          mt="1"
          minH="5"
          overflowWrap="anywhere"
          dir="ltr"
        >
          {address}
        </chakra.p>
      </div>
      {stageOf({ watch, token })}
    </Box>
  )
}

function headline(phase: RunPhase | undefined, name: string | undefined): ReactNode {
  const business = name ? <bdi>{name}</bdi> : 'your workspace'
  const subject = name ? business : 'Your workspace'
  switch (phase) {
    case 'ready':
      return <>{subject} is ready</>
    case 'failed':
      return <>{subject} could not be built</>
    case 'cancelled':
      return <>The sign-up of {business} is cancelled</>
    case 'rolled-back':
      return <>{subject} was taken back</>
    default:
      return <>Building {business}</>
  }
}

function stageOf({ watch, token }: StageProps): ReactNode {
  const { phase, run } = watch
  switch (phase) {
    case 'ready':
      return <ReadyStage watch={watch} token={token} />
    case 'failed':
      return <FailedStage watch={watch} token={token} />
    case 'cancelled':
    case 'rolled-back':
      return <EndedStage watch={watch} token={token} />
    default:
      return (
        <>
          <ProgressStage run={run} phase={phase ?? 'waiting'} />
          <WaitingNote watch={watch} token={token} />
        </>
      )
  }
}
