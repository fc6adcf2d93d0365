'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { concierge } from '../../module.ts'

/** What is looked for: `everything` also in drafts and what was archived. */
export type KnowledgeQuery = { q: string; page: number; everything: boolean }

/** The passages that answer best; those of before stay until the new ones are there. Nothing is asked without words. */
export function useKnowledgeSearch({ q, page, everything }: KnowledgeQuery) {
  const api = useApi()
  const input = {
    q,
    page,
    ...(everything ? { status: ['published' as const, 'draft' as const, 'archived' as const] } : {}),
  }
  return useQuery({
    queryKey: [...recordKeys.module(concierge.id), 'search', input],
    queryFn: ({ signal }) => api.concierge.search.searchPassages.query(input, { signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  })
}
