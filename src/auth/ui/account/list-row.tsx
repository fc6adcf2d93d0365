'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const Row = chakra('li', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '4',
    px: { base: '4', sm: '6' },
    py: '4',
    borderTopWidth: '1px',
    '& > [data-part=icon]': { color: 'fg.muted', flexShrink: '0' },
    '& > [data-part=body]': { flex: '1', minW: '0', overflowWrap: 'anywhere' },
    '& > [data-part=action]': { flexShrink: '0' },
  },
})

/** A line of a list in a panel that reaches its edges. */
export function ListRow({
  icon,
  action,
  children,
}: {
  icon: ReactNode
  action: ReactNode
  children: ReactNode
}) {
  return (
    <Row>
      <span data-part="icon">{icon}</span>
      <div data-part="body">{children}</div>
      <div data-part="action">{action}</div>
    </Row>
  )
}
