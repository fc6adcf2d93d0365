'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/**
 * A choice kept in the address, so that a reload, Back and a link show the same. What the address has and `isValid`
 * refuses counts as not there.
 */
export function useUrlChoice(
  name: string,
  fallback: string,
  isValid: (value: string) => boolean,
): [string, (value: string) => void] {
  const given = useSearchParams().get(name) ?? ''
  const choose = useCallback(
    (value: string) => {
      const query = new URLSearchParams(window.location.search)
      if (value === '' || value === fallback) query.delete(name)
      else query.set(name, value)
      const text = query.toString()
      window.history.pushState(null, '', text === '' ? window.location.pathname : `?${text}`)
    },
    [name, fallback],
  )
  return [isValid(given) ? given : fallback, choose]
}
