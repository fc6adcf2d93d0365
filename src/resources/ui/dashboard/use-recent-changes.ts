'use client'

import { useQueries } from '@tanstack/react-query'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { AnyRecord } from '../../procedure-path.ts'
import { listRecords, type ListQuery } from '../record-client.ts'
import { recordKeys } from '../record-keys.ts'
import type { RecordTarget } from '../record-target.ts'

export type RecentChange = { target: RecordTarget; record: AnyRecord }

const SHOWN = 8
const newestFirst: ListQuery = { page: 1, limit: SHOWN, sortBy: 'updatedAt', order: 'desc' }

/** The records that were added or changed last, over everything the person may list. */
export function useRecentChanges(targets: readonly RecordTarget[]): {
  /** undefined until every list has answered */
  changes: readonly RecentChange[] | undefined
  error: CallError | undefined
  retry: () => void
} {
  const api = useApi()
  const answers = useQueries({
    queries: targets.map((target) => ({
      queryKey: recordKeys.list(target, newestFirst),
      queryFn: () => listRecords(api, target, newestFirst),
    })),
  })
  const failed = answers.find(({ error, data }) => error !== null && data === undefined)
  const isComplete = answers.every(({ data }) => data !== undefined)
  const changes = answers.flatMap(({ data }, index) => {
    const target = targets[index]
    return target ? (data?.items ?? []).map((record) => ({ target, record })) : []
  })
  return {
    changes: isComplete
      ? changes.sort((a, b) => b.record.updatedAt.localeCompare(a.record.updatedAt)).slice(0, SHOWN)
      : undefined,
    error: failed && callErrorOf(failed.error),
    retry: () => {
      for (const answer of answers) void answer.refetch()
    },
  }
}
