'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'

type Nights = { from: string; to: string; propertyId?: string }

/** Properties and the stays in a stretch of nights; those shown before stay until the next are there. */
export function useNights(nights: Nights) {
  const api = useApi()
  return useQuery({
    queryKey: [...recordKeys.module('lettings'), 'nights', nights],
    queryFn: ({ signal }) => api.lettings.availability.listNights.query(nights, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Nights and revenue of the months of a year. */
export function useOccupancy(year: string, propertyId?: string) {
  const api = useApi()
  const asked = { from: `${year}-01`, to: `${year}-12`, ...(propertyId ? { propertyId } : {}) }
  return useQuery({
    queryKey: [...recordKeys.module('lettings'), 'occupancy', asked],
    queryFn: ({ signal }) => api.lettings.availability.getOccupancy.query(asked, { signal }),
    placeholderData: keepPreviousData,
  })
}
