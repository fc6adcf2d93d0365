'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { isDay, type Day } from '#src/ui/calendar/calendar-day.ts'
import { ControlGroup, ControlInput, ControlSelect } from '#src/ui/form/control.tsx'
import { Segments } from '#src/ui/form/segments.tsx'
import type { CalendarCast } from './calendar-columns.ts'
import { turnPage, type CalendarView } from './calendar-view.ts'

const Bar = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: { base: '2', sm: '3' },
    px: { base: '3', sm: '4' },
    py: '3',
    borderBottomWidth: '1px',
  },
})

const spans = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
] as const
const sides = [
  { value: 'staff', label: 'Staff' },
  { value: 'resource', label: 'Places' },
] as const

interface CalendarToolbarProps {
  view: CalendarView
  today: Day
  /** null where there is nothing to choose between */
  cast: CalendarCast | undefined | null
  onShow: (part: Partial<CalendarView>) => void
}

/** Which days, one or seven of them, and by whom or by what. */
export function CalendarToolbar({ view, today, cast, onShow }: CalendarToolbarProps) {
  const page = view.span === 'week' ? 'week' : 'day'
  return (
    <Bar>
      <chakra.div display="flex" gap="1">
        <Button
          variant="outline"
          size="sm"
          px="2"
          aria-label={`Previous ${page}`}
          onClick={() => onShow({ day: turnPage(view, -1).day })}
        >
          <ChevronLeft />
        </Button>
        <Button
          variant="outline"
          size="sm"
          px="2"
          aria-label={`Next ${page}`}
          onClick={() => onShow({ day: turnPage(view, 1).day })}
        >
          <ChevronRight />
        </Button>
      </chakra.div>
      <Button
        variant="outline"
        size="sm"
        disabled={view.day === today}
        onClick={() => onShow({ day: today })}
      >
        Today
      </Button>
      <ControlInput
        size="sm"
        w="auto"
        type="date"
        aria-label="Day"
        value={view.day}
        onChange={({ target }) => {
          if (isDay(target.value)) onShow({ day: target.value })
        }}
      />
      {cast !== null && <Sides view={view} cast={cast} onShow={onShow} />}
    </Bar>
  )
}

type SidesProps = Pick<CalendarToolbarProps, 'view' | 'onShow'> & { cast: CalendarCast | undefined }

/** By people or by places, all of them or one, a day or a week. */
function Sides({ view, cast, onShow }: SidesProps) {
  const choices = (view.by === 'staff' ? cast?.staff : cast?.resources) ?? []
  return (
    <>
      <chakra.div flex="1" display={{ base: 'none', md: 'block' }} />
      <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
        <ControlSelect
          size="sm"
          w="auto"
          maxW="48"
          pe="9"
          textOverflow="ellipsis"
          aria-label={view.by === 'staff' ? 'Staff member' : 'Place'}
          value={view.who ?? ''}
          onChange={({ target }) => onShow({ who: target.value === '' ? null : target.value })}
        >
          <option value="">{view.by === 'staff' ? 'Everybody' : 'All places'}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ControlSelect>
      </ControlGroup>
      <Segments
        label="Columns"
        options={sides}
        value={view.by}
        onChange={(by) => onShow({ by, who: null })}
      />
      <Segments
        label="Days on screen"
        options={spans}
        value={view.span}
        onChange={(span) => onShow({ span })}
      />
    </>
  )
}
