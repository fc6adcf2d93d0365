'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Rocket } from 'lucide-react'
import { useState } from 'react'
import { openStates } from '#src/provisioning/rollout-moves.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { useConsole } from '../console-context.tsx'
import { CurrentRollout } from './current-rollout.tsx'
import { turnOf, useCurrentRollout, useMigrationPlan } from './migration-queries.ts'
import { isBarred } from './plan-obstacles.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { RolloutHistory } from './rollout-history.tsx'
import { StartRolloutDrawer } from './start/start-rollout-drawer.tsx'

/** What the fleet lacks, how it gets it, and how it got what it has. */
export function MigrationsScreen() {
  const { mayChange } = useConsole()
  const [isStarting, setStarting] = useState(false)
  const { data: current, error, refetch } = useCurrentRollout()
  const turn = turnOf(current)
  const isOpen = current ? openStates.includes(current.state) : false
  const plan = useMigrationPlan({ limit: 1 }, { turn, isOpen })
  const mayStart = plan.data !== undefined && plan.data.behind > 0 && !isOpen && !isBarred(plan.data)
  return (
    <chakra.div display="grid" gridTemplateColumns="minmax(0, 1fr)" gap="6">
      <chakra.div mb="-6">
        <PageHeader
          title="Migrations"
          description="What the schemas of tenants lack of this code, and how it goes through the fleet."
          actions={
            mayChange &&
            mayStart && (
              <Button onClick={() => setStarting(true)}>
                <Rocket />
                Start a rollout
              </Button>
            )
          }
        />
      </chakra.div>
      {current && <CurrentRollout rollout={current} />}
      {!current && error && (
        <CallFailure
          title="The rollouts could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      )}
      <PlanPanel plan={plan} moment={{ turn, isOpen }} />
      {current && <RolloutHistory current={current} />}
      <StartRolloutDrawer
        open={isStarting}
        onClose={() => setStarting(false)}
        behind={plan.data?.behind ?? 0}
      />
    </chakra.div>
  )
}
