'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { consoleKeys } from '../console-keys.ts'

const RENEW_MS = 30_000
/** While much happens the numbers are asked for this often, in milliseconds, and not for every run. */
const PACE_MS = 3_000

/** The numbers of the fleet, in days of the reader's calendar. */
export function useOverview() {
  const api = useApi()
  const { timeZone } = useFormatSettings()
  return useQuery({
    queryKey: [...consoleKeys.overview, timeZone],
    queryFn: ({ signal }) => api.admin.overview.get.query({ timeZone }, { signal }),
    refetchInterval: RENEW_MS,
  })
}

/** Has the numbers asked for again soon; several wishes within the pace are one. */
export function useRenewal(): () => void {
  const cache = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void cache.invalidateQueries({ queryKey: consoleKeys.overview })
    }, PACE_MS)
  }, [cache])
}
