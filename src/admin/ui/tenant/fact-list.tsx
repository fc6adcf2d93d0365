'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '4',
    '& dt': { textStyle: 'label', color: 'fg.muted', mb: '0.5' },
    '& dd': { overflowWrap: 'anywhere' },
  },
})

/** What is known of something, name by name. */
export function FactList({ children }: { children: ReactNode }) {
  return <List>{children}</List>
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A name that programs know something by, to be copied. */
export function CodeFact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <chakra.dd display="flex" alignItems="center" gap="2">
        <chakra.span fontFamily="mono" textStyle="sm" dir="ltr" minW="0">
          {value}
        </chakra.span>
        <CopyButton value={value} label={`Copy ${name.toLowerCase()}`} />
      </chakra.dd>
    </div>
  )
}
