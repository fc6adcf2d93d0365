'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/**
 * A choice kept in the address, so that a reload or a shared link shows the same.
 * @returns the value, '' for none, and the way to change it
 */
export function useAddressValue(name: string): [string, (value: string) => void] {
  const value = useSearchParams().get(name) ?? ''
  const change = useCallback(
    (next: string) => {
      const query = new URLSearchParams(window.location.search)
      if (next === '') query.delete(name)
      else query.set(name, next)
      const text = query.toString()
      window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`)
    },
    [name],
  )
  return [value, change]
}
