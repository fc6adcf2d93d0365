/** Where a row lies in the height of all rows, in px. */
type PlacedRow = { index: number; start: number; end: number }

/** A row that is drawn, or the height of those that are not. */
export type RowWindow = { row: number } | { gap: number; after: number }

/**
 * The rows that are drawn, with room left where others would be. They need not be neighbours: the row with the focus is
 * drawn wherever it is.
 * @param total height of all rows
 */
export function listRowWindows(placed: readonly PlacedRow[], total: number): RowWindow[] {
  const windows: RowWindow[] = []
  let reached = 0
  let last = -1
  for (const { index, start, end } of placed) {
    if (start > reached) windows.push({ gap: start - reached, after: last })
    windows.push({ row: index })
    reached = end
    last = index
  }
  if (total > reached) windows.push({ gap: total - reached, after: last })
  return windows
}
