'use client'

import { useEffect, useState } from 'react'

/**
 * The token behind the `#` of a link from a mail: it never reaches a server's log, and leaves address bar and
 * history at once. Another link opened in the same tab brings another token.
 * @returns undefined until the page has looked, then the token or null
 */
export function useFragmentToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>()
  useEffect(() => {
    function take(): void {
      const found = window.location.hash.slice(1)
      if (found !== '') window.history.replaceState(null, '', window.location.pathname)
      // React runs effects twice in development: the second look finds nothing and must not forget the first.
      setToken((known) => (found === '' ? (known ?? null) : found))
    }
    queueMicrotask(take)
    // Such an address differs from this page's by its fragment alone, so the browser loads nothing.
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return token
}
