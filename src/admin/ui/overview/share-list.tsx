'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { OverviewShare } from '../../overview.ts'

const List = chakra('ol', { base: { display: 'grid', gap: '1', mx: '-2' } })
const Row = chakra(NextLink, {
  base: {
    display: 'grid',
    gridTemplateColumns: '7rem minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '3',
    minH: { base: '11', sm: '9' },
    px: '2',
    borderRadius: 'control',
    textStyle: 'sm',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.muted' },
  },
})
const Track = chakra('span', {
  base: { display: 'block', h: '2', borderRadius: 'full', bg: 'bg.muted', overflow: 'hidden' },
})
const Fill = chakra('span', {
  base: { display: 'block', h: '100%', borderRadius: 'full', bg: 'accent', minW: '1' },
})

interface ShareListProps {
  title: string
  shares: readonly OverviewShare[]
  /** what a value is called */
  nameOf: (value: string) => string
  hrefOf: (value: string) => string
}

/** How tenants divide, the most first; each line leads to the tenants it counts. */
export function ShareList({ title, shares, nameOf, hrefOf }: ShareListProps) {
  const most = Math.max(1, ...shares.map(({ count }) => count))
  return (
    <Panel title={title}>
      <List>
        {shares.map(({ value, count }) => (
          <li key={value}>
            <Row href={hrefOf(value)}>
              <chakra.span truncate>{nameOf(value)}</chakra.span>
              <Track aria-hidden>
                <Fill style={{ width: `${(100 * count) / most}%` }} />
              </Track>
              <chakra.span fontVariantNumeric="tabular-nums" fontWeight="medium">
                {formatNumber(count)}
              </chakra.span>
            </Row>
          </li>
        ))}
      </List>
    </Panel>
  )
}
