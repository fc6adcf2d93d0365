'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { KnowledgeQuery } from './use-knowledge-search.ts'

/** The query of the address, so that it can be reloaded, shared and gone back to. */
export function useQueryInUrl(): [KnowledgeQuery, (query: KnowledgeQuery) => void] {
  const params = useSearchParams()
  const page = Number(params.get('page'))
  const query = {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    everything: params.get('in') === 'everything',
  }
  const change = useCallback(
    ({ q, page: next, everything }: KnowledgeQuery) => {
      const wanted = new URLSearchParams({
        ...(q ? { q } : {}),
        ...(everything ? { in: 'everything' } : {}),
        ...(next > 1 ? { page: String(next) } : {}),
      })
      window.history.replaceState(null, '', `?${wanted.toString()}`)
      if (next !== page) window.scrollTo({ top: 0 })
    },
    [page],
  )
  return [query, change]
}
