'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const Box = chakra('section', {
  base: { bg: 'bg.panel', borderWidth: '1px', borderRadius: 'panel', minW: '0' },
})
const Head = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '3',
    px: { base: '4', sm: '6' },
    pt: { base: '4', sm: '5' },
  },
})
const Body = chakra('div', {
  variants: { flush: { true: {}, false: { px: { base: '4', sm: '6' }, py: { base: '4', sm: '5' } } } },
})

interface PanelProps {
  title?: string
  description?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  /** No inner space, for tables and lists that reach the edges. */
  flush?: boolean
  level?: 2 | 3
  children: ReactNode
}

/** The one kind of box. Never put one into another; separate with a heading or a line instead. */
export function Panel({ title, description, actions, flush = false, level = 2, children }: PanelProps) {
  const Heading = level === 2 ? chakra.h2 : chakra.h3
  return (
    <Box aria-label={title}>
      {(title || actions) && (
        <Head>
          <div>
            {title && (
              <Heading textStyle="lg" fontWeight="semibold" letterSpacing="tight">
                {title}
              </Heading>
            )}
            {description && (
              <chakra.div color="fg.muted" textStyle="sm">
                {description}
              </chakra.div>
            )}
          </div>
          {actions}
        </Head>
      )}
      <Body flush={flush}>{children}</Body>
    </Box>
  )
}
