/** What bars and lines have in common, so that both look and behave alike. */

/** The keyboard's way to the numbers is the table: the drawing is one image and takes no focus. */
export const chartBox = {
  responsive: true,
  accessibilityLayer: false,
  margin: { top: 8, right: 8, bottom: 0, left: 0 },
  style: { width: '100%', height: '100%' },
} as const

export const gridLines = { vertical: false } as const

export const labelAxis = {
  dataKey: 'label',
  axisLine: false,
  tickLine: false,
  tickMargin: 8,
  minTickGap: 12,
  interval: 'preserveStartEnd',
} as const

export const numberAxis = {
  width: 'auto',
  axisLine: false,
  tickLine: false,
  tickMargin: 4,
  tickCount: 5,
} as const

export const tooltipBox = { animationDuration: 120, wrapperStyle: { outline: 'none', zIndex: 1 } } as const
