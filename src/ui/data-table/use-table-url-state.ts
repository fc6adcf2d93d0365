'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import {
  changeTableState,
  parseTableState,
  writeTableState,
  type TableViewDefaults,
  type TableViewState,
} from './table-state.ts'

/**
 * A table's state kept in the address, so that a reload, Back and a shared link show the same rows. The page needs a
 * Suspense boundary above when Next renders it ahead of time. Defaults are read once.
 */
export function useTableUrlState(
  defaults: TableViewDefaults = {},
): [TableViewState, (change: Partial<TableViewState>) => void] {
  const query = useSearchParams()
  const [kept] = useState(defaults)
  const state = useMemo(() => parseTableState(query, kept), [query, kept])

  const change = useCallback(
    (part: Partial<TableViewState>) => {
      // Read anew from the address: two changes in one tick must not undo each other.
      const now = new URLSearchParams(window.location.search)
      const next = writeTableState(now, changeTableState(parseTableState(now, kept), part), kept).toString()
      const address = next === '' ? window.location.pathname : `?${next}`
      // Next keeps `useSearchParams` in step with these. Turning a page is a step that Back undoes; typing is not.
      if ('page' in part) window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [kept],
  )

  return [state, change]
}
