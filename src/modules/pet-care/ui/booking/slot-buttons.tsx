'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { printDay } from '#src/ui/calendar/calendar-day.ts'
import { printClock } from '#src/ui/calendar/time-grid/move-place.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Slot } from '../appointments/appointment.ts'
import { groupByDay, printSlot } from './print-slot.ts'

const Day = chakra('div', { base: { display: 'grid', gap: '2' } })
const Row = chakra('div', { base: { display: 'flex', flexWrap: 'wrap', gap: '2' } })
const Choice = chakra('button', {
  base: {
    minH: { base: '11', sm: '8' },
    px: '3',
    borderRadius: 'control',
    borderWidth: '1px',
    borderColor: 'accent.border',
    bg: 'bg.panel',
    color: 'accent.fg',
    textStyle: 'sm',
    fontWeight: 'medium',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    transitionProperty: 'background-color',
    transitionDuration: 'fast',
    _hover: { bg: 'accent.subtle' },
    '&[aria-pressed=true]': { bg: 'accent', borderColor: 'accent', color: 'accent.contrast' },
    '& > span': { fontWeight: 'normal', ms: '1.5' },
  },
})

interface SlotButtonsProps {
  slots: readonly Slot[]
  /** the name to print with a time, where it is not the same for all */
  nameOf?: (staffId: string) => string | undefined
  /** the time that is chosen now */
  chosen?: { start: string; staffId: string } | undefined
  onChoose: (slot: Slot) => void
}

/** Free times, day by day, each one click away. */
export function SlotButtons({ slots, nameOf, chosen, onChoose }: SlotButtonsProps) {
  const { timeZone } = useFormatSettings()
  return groupByDay(slots, timeZone).map(({ day, slots: times }) => (
    <Day key={day} role="group" aria-label={printDay(day, 'long')}>
      <chakra.p textStyle="xs" color="fg.muted" fontWeight="medium">
        {printDay(day, 'medium')}
      </chakra.p>
      <Row>
        {times.map((slot) => {
          const name = nameOf?.(slot.staffId)
          const isChosen = chosen !== undefined && isSame(slot, chosen)
          return (
            <Choice
              key={`${slot.start} ${slot.staffId}`}
              type="button"
              aria-pressed={chosen === undefined ? undefined : isChosen}
              aria-label={[printSlot(slot, timeZone), name].filter(Boolean).join(', ')}
              onClick={() => onChoose(slot)}
            >
              {printClock(slot.start, timeZone)}
              {name !== undefined && <span>{name}</span>}
            </Choice>
          )
        })}
      </Row>
    </Day>
  ))
}

function isSame(slot: Slot, chosen: { start: string; staffId: string }): boolean {
  return (
    Date.parse(slot.start) === Date.parse(chosen.start) &&
    (chosen.staffId === '' || chosen.staffId === slot.staffId)
  )
}
