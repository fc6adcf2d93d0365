'use client'

import { useRemembered } from '../remembered.ts'

export type Density = 'comfortable' | 'compact'

/** How close rows stand, in all tables of this browser, and its setter. */
export function useDensity(): [Density, (density: Density) => void] {
  const [kept, remember] = useRemembered('table-density')
  return [kept === 'compact' ? 'compact' : 'comfortable', remember]
}
