'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { StatusIcon } from './status-icon.tsx'
import { getStatusLook, type StatusName } from './status-look.ts'

const Badge = chakra('span', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1.5',
    flexShrink: '0',
    whiteSpace: 'nowrap',
    fontWeight: 'medium',
    textStyle: 'xs',
    _icon: { flexShrink: '0' },
  },
  variants: {
    variant: {
      tint: { minH: '6', ps: '1.5', pe: '2.5', borderRadius: 'full' },
      plain: {},
    },
  },
  defaultVariants: { variant: 'tint' },
})

interface StatusBadgeProps {
  status: StatusName
  /** Another word for the same state. */
  label?: string
  variant?: 'tint' | 'plain'
}

/** A state as icon, word and colour, in that order of importance. */
export function StatusBadge({ status, label, variant = 'tint' }: StatusBadgeProps) {
  const look = getStatusLook(status)
  return (
    <Badge
      variant={variant}
      color={`status.${look.tone}.fg`}
      bg={variant === 'tint' ? `status.${look.tone}.bg` : undefined}
    >
      <StatusIcon status={status} size={14} />
      {label ?? look.word}
    </Badge>
  )
}
