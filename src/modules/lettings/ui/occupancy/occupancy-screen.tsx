'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { BarChart } from '#src/ui/charts/bar-chart.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatPercent } from '#src/ui/format/numbers.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { isYear } from '../months.ts'
import { NoProperties } from '../no-properties.tsx'
import { PropertySelect } from '../property-select.tsx'
import { StepButtons } from '../step-buttons.tsx'
import { useOccupancy } from '../use-availability.ts'
import { useToday } from '../use-today.ts'
import { useUrlChoice } from '../use-url-choice.ts'
import { describeOccupancy, toShareRows } from './occupancy-rows.ts'
import { PropertyTable } from './property-table.tsx'

const Toolbar = chakra('div', {
  base: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '3', mb: '4' },
})

/** How full the properties are, month by month, and what each of them brings in. */
export function OccupancyScreen() {
  const [year, chooseYear] = useUrlChoice('year', useToday().slice(0, 4), isYear)
  const [wanted, chooseProperty] = useUrlChoice('property', '', Boolean)
  const occupancy = useOccupancy(year)
  const { properties = [], months = [] } = occupancy.data ?? {}
  const property = properties.find(({ id }) => id === wanted)
  const shown = property ? property.months : months
  const summary = describeOccupancy(shown, year)
  return (
    <>
      <PageHeader title="Occupancy" description="Booked nights as a share of those there are to let." />
      {occupancy.error && !occupancy.data ? (
        <CallFailure
          title="Occupancy could not be loaded"
          error={callErrorOf(occupancy.error)}
          onRetry={() => void occupancy.refetch()}
        />
      ) : occupancy.data && properties.length === 0 ? (
        <NoProperties />
      ) : (
        <>
          <Toolbar>
            <StepButtons
              label={year}
              unit="year"
              onStep={(count) => chooseYear(String(Number(year) + count))}
            />
            <chakra.div ms={{ sm: 'auto' }} w={{ base: '100%', sm: 'auto' }}>
              <PropertySelect
                withAll
                properties={properties}
                chosen={property?.id ?? ''}
                onChoose={chooseProperty}
              />
            </chakra.div>
          </Toolbar>
          {occupancy.data ? (
            <chakra.div display="grid" gap="6">
              <Panel title={property?.name ?? 'All properties'} description={summary}>
                <BarChart
                  title={`Occupancy of ${year} by month`}
                  summary={summary}
                  rows={toShareRows(shown)}
                  series={[{ key: 'share', label: 'Occupancy' }]}
                  rowHeading="Month"
                  format={formatPercent}
                  max={1}
                  empty={summary}
                />
              </Panel>
              <Panel title={`Properties in ${year}`} flush>
                <PropertyTable properties={properties} label={`Properties in ${year}, as a table`} />
              </Panel>
            </chakra.div>
          ) : (
            <SkeletonRows rows={6} label="Loading occupancy" />
          )}
        </>
      )}
    </>
  )
}
