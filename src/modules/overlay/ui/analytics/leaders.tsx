'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Leader } from '../../figures.ts'
import { targets } from '../targets.ts'

const Line = chakra('li', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '4',
    minH: '11',
    px: { base: '4', sm: '6' },
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    fontVariantNumeric: 'tabular-nums',
  },
})
const NameLink = chakra(NextLink, {
  base: { borderRadius: 'sm', focusVisibleRing: 'outside', _hover: { textDecoration: 'underline' } },
})

interface LeadersProps {
  title: string
  period: 'daily' | 'all-time'
  empty: string
}

/** Who earned most points, whatever they spent. */
export function Leaders({ title, period, empty }: LeadersProps) {
  const api = useApi()
  const { data } = useQuery({
    queryKey: [...recordKeys.module('overlay'), 'leaders', period],
    queryFn: () => api.overlay.analytics.getLeaderboard.query({ period }),
  })
  const items = data?.items ?? []
  return (
    <Panel title={title} flush={items.length > 0}>
      {!data && <SkeletonRows rows={6} label="Loading leaders" />}
      {data && items.length === 0 && <chakra.p color="fg.muted">{empty}</chakra.p>}
      {items.length > 0 && (
        <chakra.ol mt="4">
          {items.map((leader) => (
            <Line key={`${leader.rank} ${leader.name}`}>
              <chakra.span color="fg.muted" minW="6">
                {leader.rank}
              </chakra.span>
              <chakra.span flex="1" minW="0" truncate fontWeight="medium">
                <bdi>
                  <Name leader={leader} />
                </bdi>
              </chakra.span>
              {formatNumber(leader.value)}
            </Line>
          ))}
        </chakra.ol>
      )}
    </Panel>
  )
}

function Name({ leader: { viewerId, name } }: { leader: Leader }) {
  if (viewerId === null) return name
  return <NameLink href={`${addressOf(targets.viewers, viewerId)}/overview`}>{name}</NameLink>
}
