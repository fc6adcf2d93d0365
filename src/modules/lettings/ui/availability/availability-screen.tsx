'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { printDay } from '#src/ui/calendar/calendar-day.ts'
import { useIsPhone } from '#src/ui/calendar/use-is-phone.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { addMonths, isMonth, nightsOf } from '../months.ts'
import { NoProperties } from '../no-properties.tsx'
import { PropertySelect } from '../property-select.tsx'
import { StepButtons } from '../step-buttons.tsx'
import { useNights } from '../use-availability.ts'
import { useToday } from '../use-today.ts'
import { useUrlChoice } from '../use-url-choice.ts'
import { NightsBoard } from './nights-board.tsx'

const Toolbar = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    p: { base: '3', sm: '4' },
    borderBottomWidth: '1px',
  },
})

/** Which nights of which property are free: a month at a time, on phones one property at a time. */
export function AvailabilityScreen() {
  const isPhone = useIsPhone()
  const thisMonth = useToday().slice(0, 7)
  const [month, chooseMonth] = useUrlChoice('month', thisMonth, isMonth)
  const [wanted, chooseProperty] = useUrlChoice('property', '', Boolean)
  const { from, to } = nightsOf(month)
  const nights = useNights({ from, to })
  const lets = nights.data?.properties ?? []
  const known = lets.some(({ id }) => id === wanted) ? wanted : ''
  const chosen = known === '' && isPhone ? (lets[0]?.id ?? '') : known
  return (
    <>
      <PageHeader
        title="Availability"
        description="Who stays where. Choose free nights to book them, a booking to open it."
      />
      {nights.error && !nights.data ? (
        <CallFailure
          title="The calendar could not be loaded"
          error={callErrorOf(nights.error)}
          onRetry={() => void nights.refetch()}
        />
      ) : nights.data && lets.length === 0 ? (
        <NoProperties />
      ) : (
        <Panel flush>
          <Toolbar>
            <StepButtons
              label={printDay(from, 'month')}
              unit="month"
              onStep={(count) => chooseMonth(addMonths(month, count))}
            />
            <Button variant="outline" disabled={month === thisMonth} onClick={() => chooseMonth(thisMonth)}>
              This month
            </Button>
            <chakra.div ms={{ sm: 'auto' }} w={{ base: '100%', sm: 'auto' }}>
              <PropertySelect
                properties={lets}
                chosen={chosen}
                onChoose={chooseProperty}
                withAll={!isPhone}
              />
            </chakra.div>
          </Toolbar>
          {nights.data ? (
            <NightsBoard
              month={month}
              properties={lets.filter(({ id }) => chosen === '' || id === chosen)}
              bookings={nights.data.bookings}
              isStale={nights.isPlaceholderData}
            />
          ) : (
            <chakra.div p="6">
              <SkeletonRows rows={6} label="Loading the calendar" />
            </chakra.div>
          )}
        </Panel>
      )}
    </>
  )
}
