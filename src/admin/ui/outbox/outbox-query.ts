'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { mailStates, mailTemplates } from '#src/mail/mail.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import type { OutboxListInput } from '../../outbox.ts'
import { outboxListInput } from '../../outbox.ts'
import { consoleKeys } from '../console-keys.ts'

/** In milliseconds; a page that nobody looks at asks for nothing. */
const RENEW_MS = 5_000

export const outboxKeys = {
  lists: [...consoleKeys.outbox, 'list'],
  mail: (mailId: string) => [...consoleKeys.outbox, 'mail', mailId],
} as const

/** What the address of the page may say. */
export const outboxTable: TableViewDefaults = { limit: 50, filters: ['state', 'template', 'tenantId'] }

/** One page of the outbox, renewed while somebody looks. */
export function useOutbox(state: TableViewState) {
  const api = useApi()
  const query = toOutboxQuery(state)
  return useQuery({
    queryKey: [...outboxKeys.lists, query],
    queryFn: ({ signal }) => api.admin.outbox.list.query(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: RENEW_MS,
  })
}

/** What of the address the server understands; a filter that is none of ours is as if it were not there. */
function toOutboxQuery({ page, limit, q, filters }: TableViewState): OutboxListInput {
  const asked = {
    ...{ page, limit, q: q.trim() || undefined },
    state: mailStates.find((name) => name === filters['state']),
    template: mailTemplates.find((name) => name === filters['template']),
    tenantId: filters['tenantId'],
  }
  const parsed = outboxListInput.safeParse(asked)
  return parsed.success ? parsed.data : { page, limit }
}
