'use client'

import { useRecordList } from '#src/resources/ui/use-records.ts'
import { readNumber } from '../read-record.ts'
import { targets } from '../targets.ts'

export type Balance = { points: number; earned: number; dropPoints: number; drops: number }

/** What a viewer has; undefined until it is known. Who never got a point has none. */
export function useBalance(viewerId: string): Balance | undefined {
  const { data, isPlaceholderData } = useRecordList(targets.balances, { viewerId, limit: 1 })
  if (!data || isPlaceholderData) return undefined
  const [record] = data.items
  return {
    points: readNumber(record, 'channelPoints'),
    earned: readNumber(record, 'earnedPoints'),
    dropPoints: readNumber(record, 'dropPoints'),
    drops: readNumber(record, 'totalDrops'),
  }
}
