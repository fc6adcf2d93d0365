'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { dayAt, minuteAt } from '../calendar-day.ts'
import { ColumnChooser } from '../column-chooser.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { useNow } from '../use-now.ts'
import { placeAll } from './place-all.ts'
import { chooseHours, spanOnDay } from './place-events.ts'
import { TimeBoard } from './time-board.tsx'
import type { TimeColumn, TimeEvent, TimePlace } from './time-event.ts'
import { HeadCell, HeadGutter, HeadRow, HOUR_PX, Scroll, Sheet } from './time-parts.tsx'
import { useMoves, type SaveMove } from './use-moves.ts'

interface TimeGridProps {
  /** what the grid shows, for screen readers: `Appointments` */
  label: string
  /** what a column stands for: `Staff member` */
  columnLabel: string
  /** at least one */
  columns: readonly TimeColumn[]
  /** events of these columns; those of others are not drawn */
  events: readonly TimeEvent[]
  /** IANA zone whose wall clock the grid shows */
  timeZone: string
  onEventOpen: (eventId: string) => void
  /** Saves a moved or resized event; without it nothing moves. The event waits there until the promise is settled. */
  onEventMove?: SaveMove
  /** An empty place was clicked, or drawn with the mouse. */
  onPlaceChoose?: (place: TimePlace) => void
  /** what is shown is about to be replaced */
  isStale?: boolean
}

/**
 * Days, people or resources beside each other, and what happens when, on the wall clock of one time zone. Draw it with
 * data from the browser only: places are inline styles, which a page's policy refuses in markup from the server.
 */
export function TimeGrid(props: TimeGridProps) {
  const { columns: all, events, timeZone } = props
  const now = useNow()
  const today = dayAt(now, timeZone)
  const [columns, chooser] = useShownColumns(props, today)
  const board = useMemo(() => ({ columns, timeZone }), [columns, timeZone])
  const moves = useMoves(board, props.onEventMove)
  const placed = placeAll(events, { columns, timeZone, move: moves.move })
  const range = useMemo(() => {
    const dayOf = new Map(all.map(({ id, day }) => [id, day]))
    return chooseHours(
      all,
      events.flatMap((event) => spanOnDay(event, dayOf.get(event.columnId) ?? '', timeZone) ?? []),
    )
  }, [all, events, timeZone])
  const scroll = useRef<HTMLDivElement>(null)
  useFirstScroll(scroll, columns.some(({ day }) => day === today) ? minuteAt(now, timeZone) - range.from : 0)

  return (
    <>
      {chooser}
      <Scroll
        ref={scroll}
        data-stale={props.isStale}
        data-dragging={moves.move?.by === 'pointer' ? true : undefined}
      >
        <Sheet>
          <HeadRow>
            <HeadGutter />
            {columns.map(({ id, label, detail, day }) => (
              <HeadCell
                key={id}
                aria-current={day === today && all[0]?.day !== all.at(-1)?.day ? 'date' : undefined}
              >
                {label}
                {detail && <small>{detail}</small>}
              </HeadCell>
            ))}
          </HeadRow>
          <TimeBoard
            label={props.label}
            board={board}
            range={range}
            placed={placed}
            now={now}
            moves={moves}
            findEvent={(id) => events.find((event) => event.id === id)}
            scrollElement={scroll}
            onEventOpen={props.onEventOpen}
            onPlaceChoose={props.onPlaceChoose}
          />
        </Sheet>
      </Scroll>
    </>
  )
}

/** All columns, or on a phone the one that was chosen there: today's at first, else the first. */
function useShownColumns({ columnLabel, columns, events }: TimeGridProps, today: string) {
  const isPhone = useIsPhone()
  const [chosenId, setChosenId] = useState<string>()
  const first = columns.find(({ day }) => day === today) ?? columns[0]
  const chosen = columns.find(({ id }) => id === chosenId) ?? first
  const shown = useMemo(() => (isPhone && chosen ? [chosen] : columns), [isPhone, chosen, columns])
  const chooser = isPhone && columns.length > 1 && (
    <ColumnChooser
      label={columnLabel}
      columns={columns}
      countOf={(columnId) => events.filter((event) => event.columnId === columnId).length}
      chosenId={chosen?.id ?? ''}
      onChoose={setChosenId}
    />
  )
  return [shown, chooser] as const
}

const BEFORE_NOW_MINUTES = 90

/** Scrolls once to a little before the present minute. */
function useFirstScroll(element: { current: HTMLElement | null }, minute: number): void {
  const [firstMinute] = useState(minute)
  useEffect(() => {
    element.current?.scrollTo({ top: ((firstMinute - BEFORE_NOW_MINUTES) / 60) * HOUR_PX })
  }, [element, firstMinute])
}
