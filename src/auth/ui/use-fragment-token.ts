'use client'

import { useEffect, useState } from 'react'

/**
 * The token behind the `#` of a link from a mail: it never reaches a server's log, and leaves address bar and
 * history at once.
 * @returns undefined until the page has looked, then the token or null
 */
export function useFragmentToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>()
  useEffect(() => {
    const found = window.location.hash.slice(1)
    if (found !== '') window.history.replaceState(null, '', window.location.pathname)
    // React runs effects twice in development: the second look finds nothing and must not forget the first.
    queueMicrotask(() => setToken((known) => known ?? (found === '' ? null : found)))
  }, [])
  return token
}
