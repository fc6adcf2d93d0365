'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { useBalance } from './use-balance.ts'

const Facts = chakra('dl', {
  base: {
    display: 'grid',
    gap: '4',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
    '& dt': { color: 'fg.muted', textStyle: 'sm' },
    '& dd': {
      textStyle: '2xl',
      fontWeight: 'semibold',
      fontVariantNumeric: 'tabular-nums',
      letterSpacing: 'tight',
    },
  },
})

/** The numbers of one viewer. */
export function BalanceFacts({ viewerId }: { viewerId: string }) {
  const balance = useBalance(viewerId)
  const facts = [
    { label: 'Points', value: balance?.points },
    { label: 'Earned in all', value: balance?.earned },
    { label: 'Drop points', value: balance?.dropPoints },
    { label: 'Drops', value: balance?.drops },
  ]
  return (
    <Facts>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === undefined ? <Skeleton h="8" w="16" aria-label="Loading" /> : formatNumber(value)}
          </dd>
        </div>
      ))}
    </Facts>
  )
}
