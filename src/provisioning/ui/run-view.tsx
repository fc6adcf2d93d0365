'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ConnectionBanner } from '#src/ui/feedback/connection-banner.tsx'
import { initialsOf } from '#src/ui/format/initials.ts'
import { titledSteps } from '../step-titles.ts'
import { BerthDrawing } from './berth-drawing.tsx'
import { RunRefused } from './run-refused.tsx'
import { RunStage } from './run-stage.tsx'
import { RunSummary } from './run-summary.tsx'
import { RunVoice } from './run-voice.tsx'
import { StepLine } from './step-line.tsx'
import { useRun } from './use-run.ts'
import { useSlowly } from './use-slowly.ts'
import type { WatchToken } from './watch-token.ts'

const Layout = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 20rem' },
    columnGap: '12',
    rowGap: '8',
    alignItems: 'start',
  },
})

interface RunViewProps {
  runId: string
  /** null: the address carries none */
  token: WatchToken | null
}

/** One run while it happens, and how it ended. */
export function RunView({ runId, token }: RunViewProps) {
  const watch = useRun(runId, token?.value)
  const { run, tenant, phase, refusal } = watch
  const isAway = useSlowly(run !== undefined && !watch.isLive && phase !== 'ready', 1_200)

  if (refusal) return <RunRefused error={refusal} hasToken={token !== null} />
  const steps = run?.steps ?? titledSteps.map((name) => ({ name, state: 'pending' as const }))
  const done = steps.filter((step) => step.state === 'succeeded').length
  return (
    <>
      <RunVoice run={run} tenant={tenant} />
      <ConnectionBanner state={isAway ? 'reconnecting' : 'connected'} />
      <Layout>
        <chakra.div minW="0" display="grid" gridTemplateColumns="minmax(0, 1fr)" gap="6">
          <BerthDrawing
            progress={phase === 'ready' ? 1 : done / Math.max(1, steps.length)}
            bollards={steps.length}
            lit={done}
            initials={initialsOf(tenant?.businessName ?? '')}
            moored={phase === 'ready'}
          />
          <RunStage watch={watch} token={token} />
          <StepLine steps={steps} run={run} phase={phase} />
        </chakra.div>
        <RunSummary run={run} phase={phase} schemaName={tenant?.schemaName} />
      </Layout>
    </>
  )
}
