'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { toZonedInput } from '#src/ui/format/zoned-input.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Overview } from '../../overview.ts'
import { EmptyFleet } from './empty-fleet.tsx'
import { FleetCharts } from './fleet-charts.tsx'
import { FleetShares } from './fleet-shares.tsx'
import { FleetTiles } from './fleet-tiles.tsx'
import { LiveRuns } from './live-runs.tsx'
import { useFleetPulse } from './use-fleet-pulse.ts'
import { useOverview, useRenewal } from './use-overview.ts'

const Stack = chakra('div', { base: { display: 'grid', gap: '6', gridTemplateColumns: 'minmax(0, 1fr)' } })
const DAY_MS = 86_400_000

/** The fleet at a glance: four numbers, three pictures, and the runs of this minute. */
export function OverviewScreen() {
  const { data, error, refetch } = useOverview()
  const pulse = useFleetPulse(useRenewal())
  const { timeZone } = useFormatSettings()
  // The runs can be filtered by days: that of 24 hours ago and this one hold all that is counted.
  const since =
    data && toZonedInput(new Date(Date.parse(data.at) - DAY_MS).toISOString(), timeZone).slice(0, 10)
  return (
    <>
      <PageHeader title="Overview" description="All workspaces, and what happens to them at this minute." />
      <Stack>
        {error && (
          <CallFailure
            title={data ? 'The numbers could not be renewed' : 'The numbers could not be loaded'}
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        )}
        {(data || !error) && (
          <FleetTiles
            overview={data}
            failuresHref={`/admin/runs?state=failed${since ? `&from=${since}` : ''}`}
          />
        )}
        {data && isEmpty(data) && <EmptyFleet />}
        <LiveRuns pulse={pulse} />
        {data && !isEmpty(data) && (
          <>
            <FleetCharts days={data.days} />
            <FleetShares {...data} />
          </>
        )}
        {!data && !error && (
          <Panel>
            <SkeletonRows rows={8} label="Loading the charts" />
          </Panel>
        )}
      </Stack>
    </>
  )
}

function isEmpty({ byStatus, openRuns }: Overview): boolean {
  return byStatus.length === 0 && openRuns === 0
}
