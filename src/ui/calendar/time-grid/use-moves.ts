'use client'

import { useState } from 'react'
import { announce } from '../../feedback/live-region.tsx'
import { describePlace, type TimeBoard } from './move-place.ts'
import type { TimeEvent, TimePlace } from './time-event.ts'

/** An event on its way, by pointer or by keys, or one that was let go and is being saved. */
export type Move = { eventId: string; place: TimePlace; by: 'pointer' | 'keys' | 'saving' }

/** Saves a moved event. When the promise is settled the event stands where the events say. */
export type SaveMove = (event: TimeEvent, place: TimePlace) => Promise<void>

export type Moves = ReturnType<typeof useMoves>

/** The one event that is on its way, if any. */
export function useMoves(board: TimeBoard, onMove: SaveMove | undefined) {
  const [move, setMove] = useState<Move>()

  return {
    move,
    mayMove: (event: TimeEvent) => onMove !== undefined && event.isFixed !== true,
    hold(event: TimeEvent, place: TimePlace, by: 'pointer' | 'keys'): void {
      const isFirst = move?.eventId !== event.id
      setMove({ eventId: event.id, place, by })
      if (by === 'pointer') return
      const where = describePlace(place, board)
      announce(isFirst ? `${event.title}: ${where}. Enter drops it, Escape takes it back.` : where)
    },
    async drop(event: TimeEvent, place: TimePlace): Promise<void> {
      if (isSamePlace(event, place)) {
        setMove(undefined)
        return
      }
      setMove({ eventId: event.id, place, by: 'saving' })
      try {
        await onMove?.(event, place)
      } finally {
        setMove((current) => (current?.by === 'saving' && current.eventId === event.id ? undefined : current))
      }
    },
    takeBack(event: TimeEvent): void {
      setMove(undefined)
      announce(`${event.title} is back at ${describePlace(event, board)}.`)
    },
  }
}

function isSamePlace(a: TimePlace, b: TimePlace): boolean {
  return (
    a.columnId === b.columnId &&
    Date.parse(a.start) === Date.parse(b.start) &&
    Date.parse(a.end) === Date.parse(b.end)
  )
}
