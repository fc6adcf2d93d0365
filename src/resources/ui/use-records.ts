'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { AnyRecord } from '../procedure-path.ts'
import { getRecord, listRecords, type ListQuery, type RecordPage } from './record-client.ts'
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

interface RecordOptions {
  /** milliseconds until a record that is about to change by itself is asked for again; null to leave it */
  renewAfter?: (record: AnyRecord) => number | null
}

/** One record; nothing is asked while there is no id. A list that shows it already lends it until it has arrived. */
export function useRecord(target: RecordTarget, id: string | undefined, { renewAfter }: RecordOptions = {}) {
  const api = useApi()
  const cache = useQueryClient()
  return useQuery({
    queryKey: recordKeys.record(target, id ?? ''),
    queryFn: () => getRecord(api, target, id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && renewAfter?.(state.data)) || false,
    placeholderData: () =>
      cache
        .getQueriesData<RecordPage>({ queryKey: recordKeys.lists(target) })
        .flatMap(([, page]) => page?.items ?? [])
        .find((record) => record.id === id),
  })
}
