'use client'

import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { announce } from '../../feedback/live-region.tsx'
import { countDaysBetween, printDay, type Day } from '../calendar-day.ts'
import { chooseNights, type NightsSpan } from './nights-row.ts'

/** Nights of one row: from the first up to the day of departure. */
export type ChosenNights = { rowId: string; from: Day; to: Day }

type Choice = { rowId: string; anchor: Day; night: Day }

interface NightsChoiceOptions {
  spansOf: (rowId: string) => readonly NightsSpan[]
  onChoose: ((nights: ChosenNights) => void) | undefined
}

/** Choosing nights: one with a click or Enter, several by dragging with a mouse or with Shift and an arrow. */
export function useNightsChoice({ spansOf, onChoose }: NightsChoiceOptions) {
  const [choice, setChoice] = useState<Choice>()
  const isDragging = useRef(false)
  const chosen = choice && { rowId: choice.rowId, ...chooseNights(spansOf(choice.rowId), choice) }

  function commit(nights: ChosenNights): void {
    isDragging.current = false
    setChoice(undefined)
    onChoose?.(nights)
  }

  // The pointer may be let go anywhere.
  const drop = useRef<() => void>(() => undefined)
  useEffect(() => {
    drop.current = () => {
      if (!isDragging.current) return
      isDragging.current = false
      // One night is a click, which follows by itself.
      if (chosen && countDaysBetween(chosen.from, chosen.to) > 1) commit(chosen)
      else setChoice(undefined)
    }
  })
  useEffect(() => {
    const onPointerUp = () => drop.current()
    window.addEventListener('pointerup', onPointerUp)
    return () => window.removeEventListener('pointerup', onPointerUp)
  }, [])

  return {
    chosen,
    startDrag(event: PointerEvent, place: { rowId: string; night: Day }): void {
      if (!onChoose || event.pointerType !== 'mouse' || event.button !== 0) return
      isDragging.current = true
      setChoice({ rowId: place.rowId, anchor: place.night, night: place.night })
    },
    dragOver(place: { rowId: string; night: Day }): void {
      if (isDragging.current && choice?.rowId === place.rowId) setChoice({ ...choice, night: place.night })
    },
    extendBy(place: { rowId: string; night: Day }, to: Day): void {
      if (!onChoose) return
      const next = choice?.rowId === place.rowId ? { ...choice, night: to } : undefined
      const wanted = next ?? { rowId: place.rowId, anchor: place.night, night: to }
      setChoice(wanted)
      announce(printNights(chooseNights(spansOf(wanted.rowId), wanted)))
    },
    /** the nights chosen so far if they hold this one, else this one alone */
    confirm(place: { rowId: string; night: Day }): void {
      const holds = chosen?.rowId === place.rowId && chosen.from <= place.night && chosen.to > place.night
      commit(holds ? chosen : { rowId: place.rowId, ...chooseNights([], { anchor: place.night, ...place }) })
    },
    clear: () => setChoice(undefined),
  }
}

function printNights({ from, to }: { from: Day; to: Day }): string {
  const count = countDaysBetween(from, to)
  return `${count} ${count === 1 ? 'night' : 'nights'}, ${printDay(from, 'medium')} to ${printDay(to, 'medium')}`
}
