'use client'

import { useEffect, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import { beginAt, between, endAt, type ClockPoint, type TimeBoard } from './move-place.ts'
import { spanOnDay } from './place-events.ts'
import { scrollAtEdge } from './scroll-at-edge.ts'
import type { ClockSpan, TimeEvent, TimePlace } from './time-event.ts'
import { HOUR_PX } from './time-parts.tsx'
import type { Moves } from './use-moves.ts'

/** A mouse that moves less has clicked. */
const SLACK_PX = 4
/** A finger that rests this long takes the event; one that moves on before scrolls. */
const HOLD_MS = 320

type Grip = {
  pointerId: number
  x: number
  y: number
  isHeld: boolean
  timer: ReturnType<typeof setTimeout> | undefined
} & ({ kind: 'move' | 'resize'; event: TimeEvent; offset: number } | { kind: 'draw'; from: ClockPoint })

interface PointerMovesOptions {
  board: TimeBoard
  /** hours on screen */
  range: ClockSpan
  boardElement: RefObject<HTMLElement | null>
  scrollElement: RefObject<HTMLElement | null>
  findEvent: (id: string) => TimeEvent | undefined
  moves: Moves
  onPlaceChoose: ((place: TimePlace) => void) | undefined
}

/** Moving and resizing events, and drawing new ones, by mouse, pen and finger. */
export function usePointerMoves(options: PointerMovesOptions) {
  const { board, range, boardElement, scrollElement, moves, onPlaceChoose } = options
  const grip = useRef<Grip>(undefined)
  const isClickSpent = useRef(false)
  const [drawn, setDrawn] = useState<TimePlace>()

  function pointAt({ clientX, clientY }: { clientX: number; clientY: number }): ClockPoint | undefined {
    const box = boardElement.current?.getBoundingClientRect()
    if (!box) return undefined
    const share = (clientX - box.left) / box.width
    const index = Math.min(board.columns.length - 1, Math.max(0, Math.floor(share * board.columns.length)))
    const column = board.columns[index]
    return column && { column, minute: range.from + ((clientY - box.top) / HOUR_PX) * 60 }
  }

  function release(): Grip | undefined {
    const held = grip.current
    clearTimeout(held?.timer)
    grip.current = undefined
    setDrawn(undefined)
    return held
  }

  function hold(held: Grip): void {
    held.isHeld = true
    boardElement.current?.setPointerCapture(held.pointerId)
    if (held.kind !== 'draw') moves.hold(held.event, held.event, 'pointer')
  }

  function placeOf(held: Grip, point: ClockPoint): TimePlace {
    const { timeZone } = board
    if (held.kind === 'draw') return between(held.from.column, [held.from.minute, point.minute], timeZone)
    if (held.kind === 'move')
      return beginAt(held.event, { ...point, minute: point.minute - held.offset }, timeZone)
    const column = board.columns.find(({ id }) => id === held.event.columnId) ?? point.column
    return endAt(held.event, { column, minute: point.minute - held.offset }, timeZone)
  }

  useHeldTouch(boardElement, grip)
  useEscape(() => {
    const held = grip.current?.isHeld ? release() : undefined
    if (held && held.kind !== 'draw') moves.takeBack(held.event)
    if (held) isClickSpent.current = true
  })

  return {
    drawn,
    handlers: {
      onPointerDown(event: PointerEvent): void {
        isClickSpent.current = false
        const point = pointAt(event)
        if (event.button !== 0 || !point || grip.current) return
        const next = takeGrip(event, point, options)
        if (!next) return
        grip.current = next
        if (event.pointerType === 'touch') next.timer = setTimeout(() => hold(next), HOLD_MS)
      },
      onPointerMove(event: PointerEvent): void {
        const held = grip.current
        if (held?.pointerId !== event.pointerId) return
        if (!held.isHeld) {
          if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK_PX) return
          if (event.pointerType === 'touch') return void release()
          hold(held)
        }
        if (scrollElement.current) scrollAtEdge(scrollElement.current, event.nativeEvent)
        const point = pointAt(event)
        if (!point) return
        if (held.kind === 'draw') setDrawn(placeOf(held, point))
        else moves.hold(held.event, placeOf(held, point), 'pointer')
      },
      onPointerUp(event: PointerEvent): void {
        const held = grip.current?.pointerId === event.pointerId ? release() : undefined
        if (!held?.isHeld) return
        isClickSpent.current = true
        const point = pointAt(event)
        if (!point) return
        const place = placeOf(held, point)
        if (held.kind === 'draw') onPlaceChoose?.(place)
        else void moves.drop(held.event, place)
      },
      onPointerCancel(): void {
        const held = release()
        if (held?.isHeld && held.kind !== 'draw') moves.takeBack(held.event)
      },
      onContextMenu(event: MouseEvent): void {
        // A finger that rests on an event is about to move it.
        if (grip.current) event.preventDefault()
      },
      onClickCapture(event: MouseEvent): void {
        if (!isClickSpent.current) return
        isClickSpent.current = false
        event.stopPropagation()
      },
      onClick(event: MouseEvent): void {
        const point = pointAt(event)
        if (!point || (event.target instanceof Element && event.target.closest('[data-event]'))) return
        onPlaceChoose?.(between(point.column, [point.minute, point.minute], board.timeZone))
      },
    },
  }
}

/** What the pointer has come down on: an event, the lower edge of one, or an empty place. */
function takeGrip(
  { target, pointerType, pointerId, clientX: x, clientY: y }: PointerEvent,
  point: ClockPoint,
  { board, findEvent, moves, onPlaceChoose }: PointerMovesOptions,
): Grip | undefined {
  const grip = { pointerId, x, y, isHeld: false, timer: undefined }
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null
  if (!element)
    return onPlaceChoose && pointerType !== 'touch' ? { ...grip, kind: 'draw', from: point } : undefined
  const event = findEvent(element.dataset['event'] ?? '')
  const column = board.columns.find(({ id }) => id === event?.columnId)
  const span = event && column && spanOnDay(event, column.day, board.timeZone)
  if (!span || !moves.mayMove(event) || moves.move) return undefined
  const isEdge = target instanceof Element && target.closest('[data-edge]') !== null
  return isEdge
    ? { ...grip, kind: 'resize', event, offset: point.minute - span.to }
    : { ...grip, kind: 'move', event, offset: point.minute - span.from }
}

/** Keeps a page from scrolling under a finger that holds an event. */
function useHeldTouch(element: RefObject<HTMLElement | null>, grip: RefObject<Grip | undefined>): void {
  useEffect(() => {
    const board = element.current
    const onTouchMove = (event: TouchEvent) => {
      if (grip.current?.isHeld) event.preventDefault()
    }
    board?.addEventListener('touchmove', onTouchMove, { passive: false })
    return () => board?.removeEventListener('touchmove', onTouchMove)
  }, [element, grip])
}

function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
