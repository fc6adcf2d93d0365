'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ConnectionBanner } from '#src/ui/feedback/connection-banner.tsx'
import { createTenantSteps } from '../run.ts'
import { initialsOf } from './initials.ts'
import { BerthDrawing } from './berth-drawing.tsx'
import { RunRefused } from './run-refused.tsx'
import { RunStage } from './run-stage.tsx'
import { phaseOf } from './run-phase.ts'
import { RunSummary } from './run-summary.tsx'
import { StepLine } from './step-line.tsx'
import { useRun } from './use-run.ts'
import { useRunVoice } from './use-run-voice.ts'
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
  const { run, tenant, refusal } = watch
  const isAway = useSlowly(run !== undefined && !watch.isLive && run.state !== 'succeeded', 1_200)
  useRunVoice(run, tenant)

  if (refusal) return <RunRefused error={refusal} hasToken={token !== null} />
  const steps = run?.steps ?? createTenantSteps.map((name) => ({ name, state: 'pending' as const }))
  const done = steps.filter((step) => step.state === 'succeeded').length
  const phase = run && phaseOf(run, tenant?.status)
  return (
    <>
      <ConnectionBanner state={isAway ? 'reconnecting' : 'connected'} />
      <Layout>
        <chakra.div minW="0" display="grid" gap="6">
          <BerthDrawing
            progress={phase === 'ready' ? 1 : done / Math.max(1, steps.length)}
            bollards={steps.length}
            fast={done}
            initials={initialsOf(tenant?.businessName ?? '')}
            moored={phase === 'ready'}
          />
          <RunStage watch={watch} phase={phase} isOwn={token?.own ?? false} token={token?.value} />
          <StepLine steps={steps} run={run} phase={phase} />
        </chakra.div>
        <RunSummary run={run} phase={phase} schemaName={tenant?.schemaName} />
      </Layout>
    </>
  )
}
