'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleCheck, CirclePause, CircleX, Circle, Ban, TriangleAlert, Undo2 } from 'lucide-react'
import { getStatusLook, type StatusName } from './status-look.ts'

const icons = {
  circle: Circle,
  check: CircleCheck,
  cross: CircleX,
  back: Undo2,
  pause: CirclePause,
  stop: Ban,
  alert: TriangleAlert,
}

const Ring = chakra('span', {
  base: {
    display: 'inline-block',
    flexShrink: '0',
    borderRadius: 'full',
    borderStyle: 'solid',
    borderColor: 'color-mix(in oklab, currentColor, transparent 70%)',
    borderTopColor: 'currentColor',
    animation: 'spin',
  },
})

interface StatusIconProps {
  status: StatusName
  /** Edge length in px. */
  size?: number
}

/** The icon of a state in the surrounding colour; decorative, so the word must stand beside it. */
export function StatusIcon({ status, size = 16 }: StatusIconProps) {
  const { icon } = getStatusLook(status)
  if (icon === 'ring') {
    return <Ring aria-hidden boxSize={`${size}px`} borderWidth={`${Math.max(2, Math.round(size / 8))}px`} />
  }
  const Icon = icons[icon]
  return <Icon size={size} strokeWidth={2.25} aria-hidden />
}
