'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleCheck, CloudOff, WifiOff } from 'lucide-react'
import { Tooltip } from '#src/ui/overlay/tooltip.tsx'
import type { ConnectionState } from './use-connection.ts'

const Dot = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    minH: { base: '11', sm: '9' },
    px: '1.5',
    borderRadius: 'control',
    textStyle: 'sm',
    color: 'fg.muted',
    focusVisibleRing: 'outside',
  },
})

const looks = {
  connected: {
    Icon: CircleCheck,
    word: 'Connected',
    color: 'status.succeeded.fg',
    text: 'The server answers. What you save is stored at once.',
  },
  away: {
    Icon: CloudOff,
    word: 'No answer',
    color: 'status.suspended.fg',
    text: 'The server does not answer. It is asked again every five seconds.',
  },
  offline: {
    Icon: WifiOff,
    word: 'Offline',
    color: 'status.suspended.fg',
    text: 'This device has no network.',
  },
} as const

/** Whether the server can be reached: an icon and a word, and what it means on hover and focus. */
export function ConnectionStatus({ state }: { state: ConnectionState }) {
  const { Icon, word, color, text } = looks[state]
  return (
    <Tooltip text={text}>
      {(describedBy) => (
        <Dot tabIndex={0} role="img" aria-label={word} aria-describedby={describedBy}>
          <chakra.span color={color} display="grid">
            <Icon size={16} aria-hidden />
          </chakra.span>
          <chakra.span hideBelow="lg" aria-hidden>
            {word}
          </chakra.span>
        </Dot>
      )}
    </Tooltip>
  )
}
