'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { addDays, printDay } from '#src/ui/calendar/calendar-day.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { useToday } from '../use-today.ts'
import { StayList } from './stay-list.tsx'

/** The day of the agency: who arrives, who leaves, who is there. */
export function TodayScreen() {
  const today = useToday()
  return (
    <>
      <PageHeader title="Today" description={printDay(today, 'long')} />
      <chakra.div display="grid" gap="6" gridTemplateColumns={{ base: 'minmax(0, 1fr)', lg: '1fr 1fr' }}>
        <StayList
          title="Arrivals"
          query={{ checkInFrom: today, checkInTo: today, status: 'pending,confirmed' }}
          empty="Nobody else arrives today."
          step={{ label: 'Check in', status: 'checked_in' }}
        />
        <StayList
          title="Departures"
          query={{ checkOutTo: today, status: 'checked_in' }}
          empty="Nobody else leaves today."
          step={{ label: 'Check out', status: 'checked_out' }}
        />
        <StayList
          title="Staying"
          query={{ checkOutFrom: addDays(today, 1), status: 'checked_in' }}
          empty="Nobody stays the night."
        />
      </chakra.div>
    </>
  )
}
