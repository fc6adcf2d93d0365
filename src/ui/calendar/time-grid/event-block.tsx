'use client'

import type { CSSProperties, KeyboardEvent } from 'react'
import { paletteOf } from '../calendar-tone.ts'
import { Block, Buffer, Edge, Place } from './event-parts.tsx'
import { moveByKey } from './move-by-key.ts'
import { describePlace, printClock, type TimeBoard } from './move-place.ts'
import type { Lane } from './place-events.ts'
import type { ClockSpan, TimeEvent, TimePlace } from './time-event.ts'
import { HOUR_PX } from './time-parts.tsx'
import type { Moves } from './use-moves.ts'

interface EventBlockProps {
  event: TimeEvent
  /** where it is now, also while it is on its way */
  place: TimePlace
  board: TimeBoard
  span: ClockSpan
  lane: Lane
  /** minute at the upper edge of the grid */
  top: number
  moves: Moves
  helpId: string
  onOpen: (eventId: string) => void
}

const SHORT_MINUTES = 30
const MINUTE_PX = HOUR_PX / 60

/** One event: opens with a click or Enter, is moved by its body, and made longer by its lower edge. */
export function EventBlock(props: EventBlockProps) {
  const { event, place, board, span, moves, onOpen } = props
  const { move } = moves
  const isHeld = move?.eventId === event.id && move.by !== 'saving'
  const isSaving = move?.eventId === event.id && move.by === 'saving'
  const mayMove = moves.mayMove(event)
  const isShort = span.to - span.from <= SHORT_MINUTES
  const clock = `${printClock(place.start, board.timeZone)}–${printClock(place.end, board.timeZone)}`
  const words = [event.title, event.detail, event.state, describePlace(place, board)]

  function onKeyDown(pressed: KeyboardEvent): void {
    const isOnItsWay = isHeld && move.by === 'keys'
    if (isOnItsWay && pressed.key === 'Escape') {
      pressed.stopPropagation()
      moves.takeBack(event)
      return
    }
    if (isOnItsWay && pressed.key === 'Enter') {
      pressed.preventDefault()
      void moves.drop(event, move.place)
      return
    }
    if (!mayMove || !pressed.key.startsWith('Arrow') || (move && !isOnItsWay)) return
    pressed.preventDefault()
    const next = moveByKey(place, pressed, board)
    if (next) moves.hold(event, next, 'keys')
  }

  return (
    <Place
      data-held={isHeld || undefined}
      colorPalette={paletteOf(event.isFaint ? 'neutral' : (event.tone ?? 'accent'))}
      style={frameOf(props)}
    >
      {bufferFrames(event).map((style, index) => (
        <Buffer key={index} style={style} />
      ))}
      <Block
        type="button"
        aria-label={words.filter(Boolean).join(', ')}
        aria-describedby={mayMove ? props.helpId : undefined}
        data-event={event.id}
        aria-busy={isSaving || undefined}
        data-short={isShort || undefined}
        data-faint={event.isFaint || undefined}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isHeld && move.by === 'keys') moves.takeBack(event)
        }}
        onClick={() => onOpen(event.id)}
      >
        <strong>
          {event.icon}
          <span>{event.title}</span>
        </strong>
        {event.detail && !isShort && <span>{event.detail}</span>}
        <time>{clock}</time>
        {mayMove && <Edge data-edge />}
      </Block>
    </Place>
  )
}

function frameOf({ board, place, span, lane, top }: EventBlockProps): CSSProperties {
  const column = board.columns.findIndex(({ id }) => id === place.columnId)
  const share = 100 / board.columns.length
  return {
    top: (span.from - top) * MINUTE_PX,
    height: Math.max(span.to - span.from, 15) * MINUTE_PX,
    left: `${(column + lane.lane / lane.lanes) * share}%`,
    width: `${share / lane.lanes}%`,
  }
}

function bufferFrames({ before = 0, after = 0 }: TimeEvent): CSSProperties[] {
  return [
    ...(before > 0 ? [{ bottom: '100%', height: before * MINUTE_PX }] : []),
    ...(after > 0 ? [{ top: '100%', height: after * MINUTE_PX }] : []),
  ]
}
