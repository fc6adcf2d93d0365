'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { getCounts, getRecord, listRecords, type ListQuery } from './record-client.ts'
import { recordKeys } from './record-keys.ts'
import type { RecordTarget } from './record-target.ts'

/** One page of a list; the page before it stays until the next one is there. */
export function useRecordList(target: RecordTarget, query: ListQuery) {
  const api = useApi()
  return useQuery({
    queryKey: recordKeys.list(target, query),
    queryFn: ({ signal }) => listRecords(api, target, { ...query, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One record; nothing is asked while there is no id. */
export function useRecord(target: RecordTarget, id: string | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: recordKeys.record(target, id ?? ''),
    queryFn: () => getRecord(api, target, id ?? ''),
    enabled: id !== undefined,
  })
}

/** The counts of several modules, by module and resource; what has not arrived is missing. */
export function useCounts(moduleId: string) {
  const api = useApi()
  return useQuery({
    queryKey: recordKeys.counts(moduleId),
    queryFn: () => getCounts(api, moduleId),
  })
}
