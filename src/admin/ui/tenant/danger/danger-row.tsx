'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { OrderDrawer } from '../order-drawer.tsx'

const Row = chakra('li', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '6',
    rowGap: '3',
    px: { base: '4', sm: '6' },
    py: '5',
    borderTopWidth: '1px',
  },
})

interface DangerRowProps {
  title: string
  /** one sentence: what it comes to */
  description: ReactNode
  /** of the button that asks */
  button: string
  order: Omit<ComponentProps<typeof OrderDrawer>, 'open' | 'onClose'>
}

/** One thing that can be done to a tenant, behind a button that asks first. */
export function DangerRow({ title, description, button, order }: DangerRowProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Row>
      <chakra.div flex="1" minW="16rem">
        <chakra.h3 fontWeight="semibold">{title}</chakra.h3>
        <chakra.p color="fg.muted" textStyle="sm" mt="1" maxW="reading" textWrap="pretty">
          {description}
        </chakra.p>
      </chakra.div>
      <Button
        variant="outline"
        color={order.tone === 'accent' ? undefined : 'fg.error'}
        onClick={() => setAsking(true)}
      >
        {button}
      </Button>
      <OrderDrawer {...order} open={asking} onClose={() => setAsking(false)} />
    </Row>
  )
}
