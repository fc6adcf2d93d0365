'use client'

import { useSyncExternalStore } from 'react'

/**
 * The token behind the `#` of an overlay's link, where it reaches no server's log and no other site. Unlike that of
 * a link from a mail it stays in the address: streaming programs load the page anew from there.
 * @returns undefined until the page has looked, '' when there is none
 */
export function useLinkToken(): string | undefined {
  return useSyncExternalStore(subscribe, readToken, () => undefined)
}

function readToken(): string {
  return window.location.hash.slice(1)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
