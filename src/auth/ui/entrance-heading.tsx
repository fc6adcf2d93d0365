'use client'

import { Heading } from '@chakra-ui/react/heading'
import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

/** What a page before the sign-in is about, with a line that explains. */
export function EntranceHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <chakra.div display="grid" gap="2">
      <Heading as="h1" textStyle="2xl">
        {title}
      </Heading>
      {children && <chakra.div color="fg.muted">{children}</chakra.div>}
    </chakra.div>
  )
}
