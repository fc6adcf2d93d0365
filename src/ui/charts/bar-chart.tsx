'use client'

import dynamic from 'next/dynamic'
import type { BarChartProps } from './bar-drawing.tsx'
import { ChartFrame } from './chart-frame.tsx'

// In the browser alone: what the library draws on a server bears style attributes, which the policy of pages refuses.
const BarDrawing = dynamic(() => import('./bar-drawing.tsx').then((file) => file.BarDrawing), { ssr: false })

/** Amounts side by side or stacked. The numbers are also there as a table. */
export function BarChart(props: BarChartProps) {
  return (
    <ChartFrame {...props} mark="bar">
      <BarDrawing {...props} />
    </ChartFrame>
  )
}
