'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'

type Listener = (message: string) => void
const listeners = new Set<Listener>()

/** Has the page's polite live region read one sentence to screen readers. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message)
}

/** The one polite live region of a page; `UiProvider` mounts it. */
export function LiveRegion() {
  const [lines, setLines] = useState<{ id: number; text: string }[]>([])
  useEffect(() => {
    let id = 0
    const listener: Listener = (text) => {
      id += 1
      const line = { id, text }
      // A new node per sentence, so that the same sentence twice is read twice; only the last few stay.
      setLines((previous) => [...previous.slice(-4), line])
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return (
    <chakra.div role="status" aria-live="polite" aria-relevant="additions" srOnly>
      {lines.map((line) => (
        <p key={line.id}>{line.text}</p>
      ))}
    </chakra.div>
  )
}
