'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { readNumber, readReference } from '../read-record.ts'
import { targets } from '../targets.ts'

const Line = chakra('button', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '4',
    w: '100%',
    minH: '12',
    px: { base: '4', sm: '6' },
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    textAlign: 'start',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    'li:last-of-type > &': { borderBottomRadius: 'panel' },
  },
})

/** Who has most points to spend, each leading to their history. */
export function TopBalances({ onChoose }: { onChoose: (viewerId: string) => void }) {
  const { data } = useRecordList(targets.balances, { limit: 10, sortBy: 'channelPoints', order: 'desc' })
  const items = data?.items ?? []
  return (
    <Panel title="Most points" flush={items.length > 0}>
      {!data && <SkeletonRows rows={6} label="Loading balances" />}
      {data && items.length === 0 && (
        <chakra.p color="fg.muted">Nobody has points yet. Choose a viewer and give some.</chakra.p>
      )}
      {items.length > 0 && (
        <chakra.ol mt="4">
          {items.map((record) => {
            const { id, label } = readReference(record, 'viewer')
            return (
              <li key={record.id}>
                <Line type="button" onClick={() => onChoose(id)}>
                  <chakra.span flex="1" minW="0" truncate fontWeight="medium">
                    <bdi>{label}</bdi>
                  </chakra.span>
                  <chakra.span fontVariantNumeric="tabular-nums">
                    {formatNumber(readNumber(record, 'channelPoints'))}
                  </chakra.span>
                </Line>
              </li>
            )
          })}
        </chakra.ol>
      )}
    </Panel>
  )
}
