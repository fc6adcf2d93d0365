'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useAddressValue } from '../use-address-value.ts'
import { FigureTiles } from './figure-tiles.tsx'
import { lastDays } from './last-days.ts'
import { Leaders } from './leaders.tsx'
import { RangeChoice, ranges } from './range-choice.tsx'
import { StreamCharts } from './stream-charts.tsx'
import { useStreamDays } from './use-stream-days.ts'

const USUAL = '30'
const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  },
})

/** What happened on stream, in numbers, pictures and names. */
export function AnalyticsScreen() {
  const { timeZone } = useFormatSettings()
  const [chosen, choose] = useAddressValue('days')
  const [now] = useState(() => Date.now())
  const range = ranges.some(({ value }) => value === chosen) ? chosen : USUAL
  const { data, error, refetch } = useStreamDays(lastDays(Number(range), { now, timeZone }))
  return (
    <>
      <PageHeader
        title="Analytics"
        description="What happened on your stream. Test tips are not counted."
        actions={<RangeChoice value={range} onChange={(next) => choose(next === USUAL ? '' : next)} />}
      />
      <chakra.div display="grid" gap="6">
        {error ? (
          <CallFailure
            title="The numbers could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <FigureTiles figures={data?.figures} />
        )}
        {data && <StreamCharts {...data} />}
        {!data && !error && (
          <Panel>
            <SkeletonRows rows={8} label="Loading the charts" />
          </Panel>
        )}
        <Columns>
          <Leaders title="Leaders today" period="daily" empty="Nobody has earned points today." />
          <Leaders title="Leaders of all time" period="all-time" empty="Nobody has earned points yet." />
        </Columns>
      </chakra.div>
    </>
  )
}
