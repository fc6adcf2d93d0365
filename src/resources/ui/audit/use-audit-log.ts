import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { AuditFilters } from '#src/audit/audit-query.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'

/** One page of the log; the page before it stays until the next one is there. */
export function useAuditLog(query: AuditFilters & { page: number; limit: number }) {
  const api = useApi()
  return useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => api.audit.list.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Asks for a proof when told to; it reads the whole log. */
export function useChainCheck() {
  const api = useApi()
  return useMutation({ mutationFn: () => api.audit.verify.query({}) })
}
