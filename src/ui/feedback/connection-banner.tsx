'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { WifiOff } from 'lucide-react'

const Line = chakra('div', {
  base: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2',
    minH: '8',
    px: '4',
    py: '1',
    bg: 'bg.warning',
    color: 'fg.warning',
    textStyle: 'sm',
    fontWeight: 'medium',
    animation: 'fade-in',
  },
})

interface ConnectionBannerProps {
  /** Nothing shows while `connected`. */
  state: 'connected' | 'reconnecting' | 'offline'
  message?: string
}

/** A slim line while the live connection is away. Wait a second before saying so: most breaks are shorter. */
export function ConnectionBanner({ state, message }: ConnectionBannerProps) {
  return (
    <div role="status">
      {state !== 'connected' && (
        <Line>
          <WifiOff size={15} aria-hidden />
          {message ??
            (state === 'offline' ? 'You are offline. Nothing is lost.' : 'Reconnecting, nothing is lost.')}
        </Line>
      )}
    </div>
  )
}
