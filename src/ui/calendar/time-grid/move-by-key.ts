import { stepColumn, stepLength, stepTime, type TimeBoard } from './move-place.ts'
import { STEP_MINUTES, type TimePlace } from './time-event.ts'

/** Where a key moves a place: arrows move it, with Shift they make it longer or shorter. Undefined for other keys and at edges. */
export function moveByKey(
  place: TimePlace,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  board: TimeBoard,
): TimePlace | undefined {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const minutes = key === 'ArrowUp' ? -STEP_MINUTES : STEP_MINUTES
    return shiftKey ? stepLength(place, minutes, board) : stepTime(place, minutes, board)
  }
  if (shiftKey) return undefined
  if (key === 'ArrowLeft') return stepColumn(place, -1, board)
  if (key === 'ArrowRight') return stepColumn(place, 1, board)
  return undefined
}
