'use client'

import dynamic from 'next/dynamic'
import type { ChartProps } from './chart-data.ts'
import { ChartFrame } from './chart-frame.tsx'

// In the browser alone: what the library draws on a server bears style attributes, which the policy of pages refuses.
const LineDrawing = dynamic(() => import('./line-drawing.tsx').then((file) => file.LineDrawing), {
  ssr: false,
})

/** How numbers run over time. The numbers are also there as a table. */
export function LineChart(props: ChartProps) {
  return (
    <ChartFrame {...props} mark="line">
      <LineDrawing {...props} />
    </ChartFrame>
  )
}
