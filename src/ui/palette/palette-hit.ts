import type { ReactNode } from 'react'

/** Something a palette offers: a page, a record, an action behind an address. */
export interface PaletteHit {
  /** Unique in all groups that are shown. */
  id: string
  label: string
  detail: string
  address: string
  icon: ReactNode
}

/** Hits of one kind, below their name. */
export interface PaletteGroup {
  label: string
  hits: readonly PaletteHit[]
}

/** What a search has found so far. */
export interface PaletteSearch {
  groups: readonly PaletteGroup[]
  isBusy: boolean
  /** some of those that were asked did not answer */
  isIncomplete: boolean
}
