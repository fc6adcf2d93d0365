'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { Days } from '../../figures.ts'

/** Everything the screen shows of some days; those before stay until it is there. */
export function useStreamDays(days: Days) {
  const api = useApi()
  return useQuery({
    queryKey: [...recordKeys.module('overlay'), 'stream-days', days],
    queryFn: async () => {
      const { analytics } = api.overlay
      // One batch on the wire.
      const [figures, pointsBySource, pointsPerDay, dropsPerDay, tipsPerDay] = await Promise.all([
        analytics.getFigures.query(days),
        analytics.listPointsBySource.query(days),
        analytics.listPointsPerDay.query(days),
        analytics.listDropsPerDay.query(days),
        analytics.listTipsPerDay.query(days),
      ])
      return { figures, pointsBySource, pointsPerDay, dropsPerDay, tipsPerDay }
    },
    placeholderData: keepPreviousData,
  })
}
