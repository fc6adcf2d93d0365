'use client'

import { useId, useRef, type RefObject } from 'react'
import { chakra } from '@chakra-ui/react/styled-system'
import { dayAt, formatClock, minuteAt } from '../calendar-day.ts'
import { EventBlock } from './event-block.tsx'
import { Ghost } from './event-parts.tsx'
import { printClock, type TimeBoard as Board } from './move-place.ts'
import { listOffHours, spanOnDay } from './place-events.ts'
import type { PlacedEvent } from './place-all.ts'
import {
  Board as BoardArea,
  BodyRow,
  Column,
  EventList,
  Gutter,
  HOUR_PX,
  NowLine,
  OffHours,
} from './time-parts.tsx'
import type { ClockSpan, TimeEvent, TimePlace } from './time-event.ts'
import { usePointerMoves } from './use-pointer-moves.ts'
import type { Moves } from './use-moves.ts'

interface TimeBoardProps {
  label: string
  board: Board
  range: ClockSpan
  placed: readonly PlacedEvent[]
  now: string
  moves: Moves
  findEvent: (id: string) => TimeEvent | undefined
  scrollElement: RefObject<HTMLElement | null>
  onEventOpen: (eventId: string) => void
  onPlaceChoose: ((place: TimePlace) => void) | undefined
}

const MINUTE_PX = HOUR_PX / 60

/** The hours, the columns, and the events over them. */
export function TimeBoard(props: TimeBoardProps) {
  const { board, range, placed, now, moves, onPlaceChoose } = props
  const helpId = useId()
  const boardElement = useRef<HTMLDivElement>(null)
  const { drawn, handlers } = usePointerMoves({ ...props, boardElement })
  const height = (range.to - range.from) * MINUTE_PX
  const nowDay = dayAt(now, board.timeZone)
  const nowMinute = minuteAt(now, board.timeZone)
  const isNowShown = nowMinute >= range.from && nowMinute <= range.to

  return (
    <BodyRow>
      <Gutter aria-hidden style={{ height }}>
        {listHours(range).map((minute) => (
          <span key={minute} style={{ top: (minute - range.from) * MINUTE_PX }}>
            {formatClock(minute)}
          </span>
        ))}
      </Gutter>
      <BoardArea ref={boardElement} data-choosable={onPlaceChoose ? true : undefined} {...handlers}>
        {board.columns.map((column) => (
          <Column key={column.id} style={{ height }} data-column={column.id}>
            {listOffHours(column.hours, range).map((off) => (
              <OffHours key={off.from} style={frameOf(off, range)} />
            ))}
            {column.day === nowDay && isNowShown && (
              <NowLine style={{ top: (nowMinute - range.from) * MINUTE_PX }} />
            )}
          </Column>
        ))}
        <EventList aria-label={props.label}>
          {placed.map((one) => (
            <EventBlock
              key={one.event.id}
              {...one}
              board={board}
              top={range.from}
              moves={moves}
              helpId={helpId}
              onOpen={props.onEventOpen}
            />
          ))}
          {drawn && <Drawn place={drawn} board={board} range={range} />}
        </EventList>
      </BoardArea>
      <chakra.p id={helpId} srOnly>
        Arrow keys move it by 15 minutes or into the next column. With Shift, up and down change its length.
        Enter drops it, Escape takes it back.
      </chakra.p>
    </BodyRow>
  )
}

/** A place being drawn with the mouse. */
function Drawn({ place, board, range }: { place: TimePlace; board: Board; range: ClockSpan }) {
  const index = board.columns.findIndex(({ id }) => id === place.columnId)
  const span = spanOnDay(place, board.columns[index]?.day ?? '', board.timeZone)
  if (!span) return null
  const share = 100 / board.columns.length
  return (
    <Ghost style={{ ...frameOf(span, range), left: `${index * share}%`, width: `calc(${share}% - 4px)` }}>
      {printClock(place.start, board.timeZone)}–{printClock(place.end, board.timeZone)}
    </Ghost>
  )
}

function frameOf(span: ClockSpan, range: ClockSpan) {
  return { top: (span.from - range.from) * MINUTE_PX, height: (span.to - span.from) * MINUTE_PX }
}

/** The hours between the edges; at an edge the label would be cut. */
function listHours({ from, to }: ClockSpan): number[] {
  return Array.from({ length: (to - from) / 60 - 1 }, (_, index) => from + (index + 1) * 60)
}
