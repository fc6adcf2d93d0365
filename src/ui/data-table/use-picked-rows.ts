'use client'

import type { RowSelectionState } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { countPickedPages, nothingPicked, pickAll, pickRows } from './picked-rows.ts'
import { printSort } from './table-sort.ts'
import type { TableViewState } from './table-state.ts'

/** The rows that are picked, over all pages, and the ways to change that. */
export interface RowPicking {
  selection: RowSelectionState
  /** on how many pages they are; undefined when that is not known */
  pages: number | undefined
  pick: (ids: readonly string[]) => void
  /** rows that no page on the way has shown */
  pickUnseen: (ids: readonly string[]) => void
}

/** Keeps what was picked while pages, order and filters change; rows are picked on the page that `state` shows. */
export function usePickedRows(state: TableViewState): RowPicking {
  const [picked, setPicked] = useState(nothingPicked)
  const selection = useMemo(
    () => Object.fromEntries([...picked.pages.keys()].map((id) => [id, true as const])),
    [picked],
  )
  const { page, limit, sort, q, filters } = state
  const list = JSON.stringify([limit, printSort(sort), q, filters])
  return {
    selection,
    pages: countPickedPages(picked, list),
    pick: (ids) => setPicked(pickRows(picked, ids, { page, list })),
    pickUnseen: (ids) => setPicked(pickAll(ids, list)),
  }
}
