'use client'

import { chakra } from '@chakra-ui/react/styled-system'

const Track = chakra('span', {
  base: { display: 'block', h: '1', bg: 'bg.emphasized', borderRadius: 'full', overflow: 'hidden' },
})
const Fill = chakra('span', {
  base: {
    display: 'block',
    h: '100%',
    bg: 'accent',
    borderRadius: 'full',
    transformOrigin: 'left',
    transitionProperty: 'transform',
    transitionDuration: 'fast',
    transitionTimingFunction: 'out',
  },
})

/** The finished share of a run, for lists. */
export function RunBar({ percent, label }: { percent: number; label: string }) {
  return (
    <Track
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      {/* A style of its own: a class for each number would make the page keep a hundred rules. */}
      <Fill style={{ transform: `scaleX(${percent / 100})` }} />
    </Track>
  )
}
