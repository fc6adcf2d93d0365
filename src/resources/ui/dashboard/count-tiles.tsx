'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { addressOf, type RecordTarget } from '../record-target.ts'
import { ResourceIcon } from '../resource-icon.tsx'
import type { CountsByModule } from '../use-navigation.tsx'

const Grid = chakra('ul', {
  base: {
    display: 'grid',
    gap: '3',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(11rem, 1fr))' },
  },
})
const Tile = chakra(NextLink, {
  base: {
    display: 'grid',
    gap: '1',
    p: '4',
    minH: '24',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    focusVisibleRing: 'outside',
    transitionProperty: 'border-color',
    transitionDuration: 'fast',
    _hover: { borderColor: 'accent.border' },
  },
})
const Number = chakra('span', {
  base: {
    textStyle: '2xl',
    fontWeight: 'semibold',
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: 'tight',
  },
})

/** How much there is of everything, each number leading to its table. */
export function CountTiles({
  targets,
  counts,
}: {
  targets: readonly RecordTarget[]
  counts: CountsByModule
}) {
  return (
    <section aria-label="Records">
      <Grid>
        {targets.map((target) => {
          const count = counts.get(target.moduleId)?.[target.resource.name]
          return (
            <li key={addressOf(target)}>
              <Tile href={addressOf(target)}>
                <chakra.span
                  display="flex"
                  alignItems="center"
                  gap="2"
                  color="fg.muted"
                  textStyle="sm"
                  minW="0"
                >
                  <ResourceIcon name={target.resource.icon} size={16} />
                  <chakra.span truncate>{target.resource.title}</chakra.span>
                </chakra.span>
                {count === undefined ? (
                  <Skeleton h="8" w="12" alignSelf="center" aria-label="Counting" />
                ) : (
                  <Number>{formatNumber(count)}</Number>
                )}
              </Tile>
            </li>
          )
        })}
      </Grid>
    </section>
  )
}
