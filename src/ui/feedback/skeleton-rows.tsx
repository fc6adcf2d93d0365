'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'

interface SkeletonRowsProps {
  rows?: number
  /** Says what is on its way to screen readers. */
  label?: string
}

// Uneven on purpose: equal bars look like content that failed to arrive.
const widths = ['62%', '84%', '48%', '73%', '56%']

/** Stands where lines of text are about to be. Tables bring their own. */
export function SkeletonRows({ rows = 3, label = 'Loading' }: SkeletonRowsProps) {
  return (
    <chakra.div display="grid" gap="3" role="status">
      <chakra.span srOnly>{label}</chakra.span>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} h="4" w={widths[index % widths.length]} aria-hidden />
      ))}
    </chakra.div>
  )
}
