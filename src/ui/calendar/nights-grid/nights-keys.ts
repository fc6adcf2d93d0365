const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Every cell that can have the focus, in rows from top to bottom. */
function listRows(table: HTMLElement): HTMLElement[][] {
  return [...table.querySelectorAll('tbody tr')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-first-night]'),
  ])
}

/** Where a key leads to from the cell that has the focus; up and down keep to the night. */
export function findCell(table: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const rows = listRows(table)
  const rowIndex = rows.findIndex((row) => row.includes(from))
  const row = rows[rowIndex] ?? []
  const step = STEPS[key]
  if (step !== undefined) return row[row.indexOf(from) + step]
  if (key === 'Home') return row[0]
  if (key === 'End') return row.at(-1)
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const next = rows[rowIndex + (key === 'ArrowUp' ? -1 : 1)]
  const night = from.dataset['firstNight'] ?? ''
  return next?.findLast((cell) => (cell.dataset['firstNight'] ?? '') <= night)
}
