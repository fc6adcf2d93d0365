'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useRollout } from './migration-queries.ts'
import { RolloutFacts } from './rollout-facts.tsx'
import { RolloutGlance } from './rollout-glance.tsx'
import { lookOfRollout, sayStanding } from './rollout-look.ts'
import { RolloutMigrations } from './rollout-migrations.tsx'
import { RolloutMoveButtons } from './rollout-move-buttons.tsx'
import { RolloutTenants } from './rollout-tenants.tsx'
import { titleRollout } from './rollout-title.ts'
import { WaveTimeline } from './wave-timeline.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 20rem' },
    gridTemplateRows: { lg: 'auto 1fr' },
    gap: '6',
    alignItems: 'start',
  },
})
// On phones the waves come before the tenants, who are many.
const Side = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6',
    gridColumn: { lg: '2' },
    gridRow: { lg: '1 / span 2' },
  },
})
const back = { href: '/admin/migrations', label: 'Migrations' }

/** One rollout as it goes: its waves, its tenants, what it brings, and what can be done about it. */
export function RolloutScreen({ rolloutId }: { rolloutId: string }) {
  const { data: rollout, error, refetch } = useRollout(rolloutId)
  if (!rollout) {
    return (
      <>
        <PageHeader title="Rollout" back={back} />
        {error ? (
          <CallFailure
            title="The rollout could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <Panel>
            <SkeletonRows rows={6} label="Loading the rollout" />
          </Panel>
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={titleRollout(rollout)}
        back={back}
        aside={<StatusBadge {...lookOfRollout(rollout)} />}
        description={sayStanding(rollout)}
        actions={<RolloutMoveButtons rollout={rollout} />}
      />
      <Columns>
        <Panel title="Progress">
          <RolloutGlance rollout={rollout} />
        </Panel>
        <Side>
          <WaveTimeline waves={rollout.waves} />
          <RolloutMigrations marks={rollout.marks} direction={rollout.direction} />
          <RolloutFacts rollout={rollout} />
        </Side>
        <RolloutTenants rollout={rollout} />
      </Columns>
    </>
  )
}
