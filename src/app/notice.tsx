'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { BerthDrawing } from '#src/provisioning/ui/berth-drawing.tsx'

const Box = chakra('div', {
  base: {
    maxW: 'reading',
    mx: 'auto',
    pt: { base: '4', md: '12' },
    display: 'grid',
    gap: '3',
    justifyItems: 'start',
  },
})

interface NoticeProps {
  /** What the response's status means, in small above the title. */
  label: string
  title: string
  /** Shows an empty berth above the words. */
  emptyBerth?: boolean
  children: ReactNode
  actions?: ReactNode
}

/** A page that has one thing to say, and ways on from there. */
export function Notice({ label, title, emptyBerth = false, children, actions }: NoticeProps) {
  return (
    <Box>
      {emptyBerth && (
        <chakra.div w="100%" mb="5">
          <BerthDrawing progress={0} bollards={9} lit={0} initials={null} />
        </chakra.div>
      )}
      <chakra.p textStyle="overline">{label}</chakra.p>
      <chakra.h1 textStyle="3xl" fontWeight="semibold" textWrap="balance" overflowWrap="anywhere">
        {title}
      </chakra.h1>
      <chakra.div color="fg.muted" textStyle="lg" textWrap="pretty" overflowWrap="anywhere">
        {children}
      </chakra.div>
      {actions && (
        <chakra.div display="flex" flexWrap="wrap" gap="3" mt="4" w={{ base: '100%', sm: 'auto' }}>
          {actions}
        </chakra.div>
      )}
    </Box>
  )
}
