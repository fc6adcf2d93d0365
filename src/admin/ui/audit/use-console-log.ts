'use client'

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { ConsoleAuditFilters } from '../../audit-log.ts'
import { consoleKeys } from '../console-keys.ts'

/** One page of the log; the page before it stays until the next one is there. */
export function useConsoleLog(query: ConsoleAuditFilters & { page: number; limit: number }) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.audit, query],
    queryFn: ({ signal }) => api.admin.audit.list.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Asks for the proof of one log when told to; the nil UUID is that of the platform. */
export function useLogCheck() {
  const api = useApi()
  return useMutation({ mutationFn: (tenantId: string) => api.admin.audit.verify.query({ tenantId }) })
}
