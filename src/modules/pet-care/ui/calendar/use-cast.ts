'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { weeklyHours } from '#src/resources/fields/availability.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { listRecords } from '#src/resources/ui/record-client.ts'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useTarget } from '../use-target.ts'
import type { CalendarCast } from './calendar-columns.ts'

/** More columns than this nobody looks at; the most that one page of a list holds. */
const MOST = 100
const everybody = { limit: MOST, sortBy: 'name', order: 'asc' }
const nobody: CalendarCast = { staff: [], resources: [] }

/** Who and what can be booked; nobody and nothing for clients, who are not told. */
export function useCast() {
  const { permits } = useModuleAccess()
  const mayList = permits(useTarget('staff').resource, 'list')
  const staff = useEverybody('staff', mayList)
  const resources = useEverybody('resources', mayList)
  const cast = useMemo((): CalendarCast | undefined => {
    if (!mayList) return nobody
    if (!staff.data || !resources.data) return undefined
    return {
      staff: staff.data.items.map((record) => ({
        ...nameOf(record),
        availability: weeklyHours.catch({}).parse(record['availability']),
      })),
      resources: resources.data.items.map(nameOf),
    }
  }, [mayList, staff.data, resources.data])
  return {
    cast,
    mayList,
    error: staff.error ?? resources.error,
    refetch: () => Promise.all([staff.refetch(), resources.refetch()]),
  }
}

function useEverybody(resourceName: string, enabled: boolean) {
  const api = useApi()
  const target = useTarget(resourceName)
  return useQuery({
    queryKey: recordKeys.list(target, everybody),
    queryFn: ({ signal }) => listRecords(api, target, { ...everybody, signal }),
    enabled,
  })
}

function nameOf(record: AnyRecord): { id: string; name: string } {
  return { id: record.id, name: typeof record['name'] === 'string' ? record['name'] : '' }
}
