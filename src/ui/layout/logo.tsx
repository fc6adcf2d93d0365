'use client'

import { chakra } from '@chakra-ui/react/styled-system'

interface LogoProps {
  /** Edge length of the mark in px. */
  size?: number
  /** Leaves the name out; it stays for screen readers. */
  markOnly?: boolean
}

const Line = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2',
    fontWeight: 'semibold',
    letterSpacing: 'tight',
    textStyle: 'lg',
  },
})

/** A vessel lying in its berth: three quay walls, open to the water, and the hull between them. */
export function Logo({ size = 24, markOnly = false }: LogoProps) {
  return (
    <Line>
      <chakra.svg viewBox="0 0 24 24" boxSize={`${size}px`} fill="none" aria-hidden flexShrink="0">
        <chakra.path
          d="M3.25 4v10.5a6 6 0 0 0 6 6h5.5a6 6 0 0 0 6-6V4"
          stroke="accent"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <chakra.path
          d="M12 2.75c2.1 1.7 3.75 4 3.75 6.9v4.1a2 2 0 0 1-2 2h-3.5a2 2 0 0 1-2-2v-4.1c0-2.9 1.65-5.2 3.75-6.9Z"
          fill="fg"
        />
      </chakra.svg>
      <chakra.span srOnly={markOnly}>Berth</chakra.span>
    </Line>
  )
}
