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
  const [shown, show] = useShownAddress(query.toString())
  const state = useMemo(() => parse(new URLSearchParams(shown)), [shown, parse])

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
      show(next.toString())
    },
    [kept, parse, remember, show],
  )

  return [state, change]
}

/**
 * The router follows the address in its own time, and whoever presses twice in a row would press a button that still
 * speaks of the state before. So what was chosen here shows at once, until the router has come as far.
 * @param routed what the router says of the address
 */
function useShownAddress(routed: string): [string, (address: string) => void] {
  const [ahead, setAhead] = useState<{ address: string; passed: readonly string[] } | null>(null)
  const isAhead = ahead !== null && ahead.passed.includes(routed) && ahead.address !== routed
  // Back, and links, lead to addresses that were passed before: those are no lag.
  if (ahead && !isAhead) setAhead(null)
  const show = useCallback(
    (address: string) => {
      setAhead((last) => ({ address, passed: last ? [...last.passed, last.address] : [routed] }))
    },
    [routed],
  )
  return [isAhead ? ahead.address : routed, show]
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
