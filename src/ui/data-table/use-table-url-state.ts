'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { useRemembered } from '../remembered.ts'
import {
  changeTableState,
  parseTableState,
  writeTableState,
  type TableViewDefaults,
  type TableViewState,
} from './table-state.ts'

/** What this browser remembers of a table, written as in an address. */
const REMEMBERED = ['hide', 'columns'] as const

/**
 * A table's state kept in the address, so that a reload, Back and a shared link show the same rows. Columns that the
 * address says nothing of are those chosen here last, if the table has a name to remember them by. The page needs a
 * Suspense boundary above when Next renders it ahead of time. Defaults are read once.
 */
export function useTableUrlState(
  defaults: TableViewDefaults = {},
): [TableViewState, (change: Partial<TableViewState>) => void] {
  const query = useSearchParams()
  const [kept] = useState(defaults)
  const [remembered, remember] = useRemembered(kept.remember && `table.${kept.remember}`)
  const parse = useCallback(
    (address: URLSearchParams) => parseTableState(withRemembered(address, remembered), kept),
    [remembered, kept],
  )
  const state = useMemo(() => parse(new URLSearchParams(query)), [query, parse])

  const change = useCallback(
    (part: Partial<TableViewState>) => {
      // Read anew from the address: two changes in one tick must not undo each other.
      const now = new URLSearchParams(window.location.search)
      const next = writeTableState(now, changeTableState(parse(now), part), kept)
      if ('hidden' in part || 'columns' in part) remember(onlyRemembered(next, kept))
      const address = next.size === 0 ? window.location.pathname : `?${next.toString()}`
      // Next keeps `useSearchParams` in step with these. Turning a page is a step that Back undoes; typing is not.
      if ('page' in part) window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [kept, parse, remember],
  )

  return [state, change]
}

function withRemembered(address: URLSearchParams, remembered: string): URLSearchParams {
  const both = new URLSearchParams(address)
  const last = new URLSearchParams(remembered)
  for (const name of REMEMBERED) {
    const value = last.get(name)
    if (!both.has(name) && value !== null) both.set(name, value)
  }
  return both
}

/** Defaults too, for the address leaves them out: columns that were hidden once and are shown again would hide. */
function onlyRemembered(address: URLSearchParams, { hidden = [] }: TableViewDefaults): string {
  return new URLSearchParams([
    ['hide', address.get('hide') ?? hidden.join(',')],
    ['columns', address.get('columns') ?? ''],
  ]).toString()
}
