/** Colours of charts in the order they are taken. */
const colors = ['1', '2', '3', '4', '5'] as const

/** Lines differ by more than their colour: by dashes and gaps, in pixels. */
const dashes = [undefined, '6 4', '2 3', '10 4 2 4', '1 4'] as const

/** A colour as SVG takes it; the theme gives it a value for light and dark. */
export function seriesColor(index: number): string {
  return `var(--b-colors-chart-${colors[index % colors.length] ?? '1'})`
}

/** The dashes of a line; the first one is drawn through. */
export function seriesDashes(index: number): string | undefined {
  return dashes[index % dashes.length]
}
