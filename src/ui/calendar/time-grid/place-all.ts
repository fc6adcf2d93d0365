import { assignLanes, spanOnDay, type Lane } from './place-events.ts'
import type { ClockSpan, TimeColumn, TimeEvent, TimePlace } from './time-event.ts'
import type { Move } from './use-moves.ts'

/** An event with all that is needed to draw it. */
export type PlacedEvent = { event: TimeEvent; place: TimePlace; span: ClockSpan; lane: Lane }

/**
 * The events that the columns show, each where it is at the moment. What is on its way has the width of its column and
 * takes no room from others; the order stays, so that it keeps the focus.
 */
export function placeAll(
  events: readonly TimeEvent[],
  { columns, timeZone, move }: { columns: readonly TimeColumn[]; timeZone: string; move: Move | undefined },
): PlacedEvent[] {
  const byId = new Map(columns.map((column, index) => [column.id, { column, index }]))
  const shown = events.flatMap((event) => {
    const isMoving = move?.eventId === event.id
    const place: TimePlace = isMoving ? move.place : event
    const home = byId.get(event.columnId)
    const column = byId.get(place.columnId)?.column
    const span = column && spanOnDay(place, column.day, timeZone)
    if (!home || !span) return []
    return [{ event, place, span, isHeld: isMoving && move.by !== 'saving', order: home.index }]
  })
  const lanes = new Map<string, Lane>()
  for (const { id } of columns) {
    const inColumn = shown.filter(({ place, isHeld }) => place.columnId === id && !isHeld)
    for (const [eventId, lane] of assignLanes(inColumn.map(({ event, span }) => ({ id: event.id, ...span }))))
      lanes.set(eventId, lane)
  }
  return shown
    .sort((a, b) => a.order - b.order || a.event.start.localeCompare(b.event.start))
    .map(({ event, place, span }) => ({
      event,
      place,
      span,
      lane: lanes.get(event.id) ?? { lane: 0, lanes: 1 },
    }))
}
