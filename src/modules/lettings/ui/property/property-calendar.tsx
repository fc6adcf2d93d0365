'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { printDay } from '#src/ui/calendar/calendar-day.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { NightsBoard } from '../availability/nights-board.tsx'
import { addMonths, isMonth, nightsOf } from '../months.ts'
import { StepButtons } from '../step-buttons.tsx'
import { useNights } from '../use-availability.ts'
import { useToday } from '../use-today.ts'
import { useUrlChoice } from '../use-url-choice.ts'

/** The nights of one property, a month at a time. */
export function PropertyCalendar({ propertyId }: { propertyId: string }) {
  const [month, chooseMonth] = useUrlChoice('month', useToday().slice(0, 7), isMonth)
  const { from, to } = nightsOf(month)
  const { data, isPlaceholderData } = useNights({ from, to, propertyId })
  return (
    <Panel flush>
      <chakra.div p={{ base: '3', sm: '4' }} borderBottomWidth="1px">
        <StepButtons
          label={printDay(from, 'month')}
          unit="month"
          onStep={(count) => chooseMonth(addMonths(month, count))}
        />
      </chakra.div>
      {data ? (
        <NightsBoard month={month} {...data} isStale={isPlaceholderData} />
      ) : (
        <chakra.div p="6">
          <SkeletonRows rows={3} label="Loading the calendar" />
        </chakra.div>
      )}
    </Panel>
  )
}
