'use client'

import { useEffect, useState } from 'react'
import type { ComboboxOption } from './filter-options.ts'

interface SearchState {
  query: string
  options: readonly ComboboxOption[]
  failed: boolean
}

const none: readonly ComboboxOption[] = []

/** Asks the server while one types, 180 ms after the last key; answers that arrive out of order are dropped. */
export function useReferenceSearch(
  search: (query: string) => Promise<readonly ComboboxOption[]>,
  query: string | undefined,
): { options: readonly ComboboxOption[]; busy: boolean; failed: boolean } {
  const [state, setState] = useState<SearchState>()
  useEffect(() => {
    if (query === undefined) return
    let stale = false
    const timer = setTimeout(
      () => {
        search(query).then(
          (options) => {
            if (!stale) setState({ query, options, failed: false })
          },
          () => {
            if (!stale) setState({ query, options: none, failed: true })
          },
        )
      },
      query === '' ? 0 : 180,
    )
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [search, query])
  return {
    options: state?.options ?? none,
    busy: query !== undefined && state?.query !== query,
    failed: state?.failed ?? false,
  }
}

/** The label behind an id: what was just chosen, or what the server says. Undefined until known. */
export function useReferenceLabel(
  resolve: (id: string) => Promise<ComboboxOption | undefined>,
  id: string,
): { option: ComboboxOption | undefined; remember: (option: ComboboxOption | undefined) => void } {
  const [known, setKnown] = useState<ComboboxOption>()
  const knownId = known?.id
  useEffect(() => {
    if (id === '' || id === knownId) return
    let stale = false
    resolve(id).then(
      (option) => {
        if (!stale) setKnown(option ?? { id, label: 'No longer there' })
      },
      () => {
        if (!stale) setKnown({ id, label: id })
      },
    )
    return () => {
      stale = true
    }
  }, [resolve, id, knownId])
  return { option: known && known.id === id ? known : undefined, remember: setKnown }
}
