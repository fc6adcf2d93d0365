'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { FailedStage } from './failed-stage.tsx'
import { EndedStage } from './ended-stage.tsx'
import { ReadyStage } from './ready-stage.tsx'
import { ProgressStage } from './progress-stage.tsx'
import type { RunPhase } from './run-phase.ts'
import type { RunWatch } from './use-run.ts'

const Box = chakra('section', {
  base: { display: 'grid', gap: '4', minH: { base: '44', sm: '36' }, alignContent: 'start' },
})

export interface StageProps {
  watch: RunWatch
  /** The watch token, absent for people who come by their sign-in. */
  token: string | undefined
}

interface RunStageProps extends StageProps {
  phase: RunPhase | undefined
  /** The sign-up was made in this very tab. */
  isOwn: boolean
}

/** The headline of the page: what is going on right now, and the one thing to do about it. Keeps its height. */
export function RunStage({ watch, phase, token, isOwn }: RunStageProps) {
  const { tenant } = watch
  const address = tenant?.workspaceUrl.replace(/^https?:\/\//, '')
  return (
    <Box aria-labelledby="run-heading">
      <div>
        <chakra.h1
          id="run-heading"
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
      {stageOf(phase, { watch, token }, isOwn)}
    </Box>
  )
}

function headline(phase: RunPhase | undefined, name: string | undefined): ReactNode {
  const business = name ? <bdi>{name}</bdi> : 'your workspace'
  switch (phase) {
    case 'ready':
      return <>{name ? business : 'Your workspace'} is ready</>
    case 'failed':
      return <>{name ? business : 'Your workspace'} could not be built</>
    case 'cancelled':
      return <>The sign-up of {business} is cancelled</>
    case 'rolled-back':
      return <>{name ? business : 'Your workspace'} was taken back</>
    default:
      return <>Building {business}</>
  }
}

function stageOf(phase: RunPhase | undefined, props: StageProps, isOwn: boolean): ReactNode {
  switch (phase) {
    case 'ready':
      return <ReadyStage {...props} isOwn={isOwn} />
    case 'failed':
      return <FailedStage {...props} />
    case 'cancelled':
    case 'rolled-back':
      return <EndedStage {...props} phase={phase} />
    default:
      return <ProgressStage run={props.watch.run} phase={phase ?? 'waiting'} />
  }
}
