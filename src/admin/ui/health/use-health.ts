'use client'

import { useQuery } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../console-keys.ts'

const RENEW_MS = 10_000
/** Every part has its own limit, which is shorter; only an installation that is away altogether takes this long. */
const PATIENCE_MS = 8_000

/** How the installation stands, renewed while somebody looks. What was known last stays when there is no answer. */
export function useHealth() {
  const api = useApi()
  return useQuery({
    queryKey: consoleKeys.health,
    queryFn: ({ signal }) =>
      api.admin.health.get.query({}, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }),
    refetchInterval: RENEW_MS,
    retry: false,
  })
}
