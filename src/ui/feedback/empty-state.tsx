'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const Box = chakra('div', {
  base: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: '2',
    px: '6',
    py: { base: '12', sm: '16' },
    mx: 'auto',
    maxW: 'md',
  },
})
const Mark = chakra('div', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: '12',
    mb: '2',
    borderRadius: 'panel',
    bg: 'accent.subtle',
    color: 'accent.fg',
    _icon: { boxSize: '6' },
  },
})

interface EmptyStateProps {
  title: string
  /** What to do next, in one sentence. */
  description?: ReactNode
  icon?: ReactNode
  /** One button or link. */
  action?: ReactNode
  /** Level of the heading in its page. */
  level?: 1 | 2 | 3
}

/** Nothing here yet, and the one thing to do about it. */
export function EmptyState({ title, description, icon, action, level = 2 }: EmptyStateProps) {
  return (
    <Box>
      {icon && <Mark aria-hidden>{icon}</Mark>}
      <chakra.p role="heading" aria-level={level} textStyle="lg" fontWeight="semibold" textWrap="balance">
        {title}
      </chakra.p>
      {description && (
        <chakra.div color="fg.muted" textWrap="pretty">
          {description}
        </chakra.div>
      )}
      {action && <chakra.div mt="4">{action}</chakra.div>}
    </Box>
  )
}
