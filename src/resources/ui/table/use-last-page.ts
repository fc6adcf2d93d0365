'use client'

import { useEffect } from 'react'
import { countPages } from '#src/ui/data-table/table-state.ts'
import type { RecordPage } from '../record-client.ts'

/**
 * Moves to the last page when the one in the address lies beyond it: its last row was deleted, or a link is old.
 * The entry in the history is replaced, so that Back does not lead there again.
 */
export function useLastPage(answer: RecordPage | undefined, page: number): void {
  useEffect(() => {
    if (!answer || answer.items.length > 0 || answer.total === 0 || answer.page !== page) return
    const query = new URLSearchParams(window.location.search)
    query.set('page', String(countPages(answer.total, answer.limit)))
    window.history.replaceState(null, '', `?${query.toString()}`)
  }, [answer, page])
}
