'use client'

import { IconButton } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronLeft, ChevronRight } from 'lucide-react'

const Line = chakra('div', { base: { display: 'flex', alignItems: 'center', gap: '2' } })

interface StepButtonsProps {
  /** what is shown now: `July 2026` */
  label: string
  /** what a step is: `month` */
  unit: string
  onStep: (count: 1 | -1) => void
}

/** One back, one on, and where one is. */
export function StepButtons({ label, unit, onStep }: StepButtonsProps) {
  return (
    <Line>
      <IconButton variant="outline" aria-label={`Previous ${unit}`} onClick={() => onStep(-1)}>
        <ChevronLeft />
      </IconButton>
      <chakra.h2 minW="32" textAlign="center" textStyle="lg" fontWeight="semibold" aria-live="polite">
        {label}
      </chakra.h2>
      <IconButton variant="outline" aria-label={`Next ${unit}`} onClick={() => onStep(1)}>
        <ChevronRight />
      </IconButton>
    </Line>
  )
}
