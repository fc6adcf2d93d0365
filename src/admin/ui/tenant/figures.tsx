'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: '1fr 1fr', lg: 'repeat(4, minmax(0, 1fr))' },
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    overflow: 'hidden',
  },
})
const Tile = chakra('div', {
  base: {
    px: { base: '4', sm: '6' },
    py: { base: '4', sm: '5' },
    minW: '0',
    // Lines between the tiles and none around them, however many stand side by side.
    boxShadow: '1px 1px 0 0 {colors.border}',
  },
})

export interface Figure {
  name: string
  value: string
  /** what the number is made of, or when it was counted */
  detail?: ReactNode
}

/** A few numbers side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <List>
      {figures.map(({ name, value, detail }) => (
        <Tile key={name}>
          <chakra.dt textStyle="label" color="fg.muted">
            {name}
          </chakra.dt>
          <chakra.dd textStyle="2xl" fontWeight="medium" fontVariantNumeric="tabular-nums" mt="1">
            {value}
          </chakra.dd>
          {detail !== undefined && (
            <chakra.dd textStyle="sm" color="fg.muted">
              {detail}
            </chakra.dd>
          )}
        </Tile>
      ))}
    </List>
  )
}
