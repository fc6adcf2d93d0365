'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useState } from 'react'

type Listener = (sentence: string) => void
const listeners = new Set<Listener>()

/** Has the page's polite live region read one sentence to screen readers. */
export function announce(sentence: string): void {
  for (const listener of listeners) listener(sentence)
}

/**
 * A polite live region. `UiProvider` mounts one for the page; dialogs bring their own, since a modal one silences
 * everything outside it.
 */
export function LiveRegion() {
  const [lines, setLines] = useState<{ id: number; sentence: string }[]>([])
  useEffect(() => {
    let id = 0
    const listener: Listener = (sentence) => {
      id += 1
      const line = { id, sentence }
      // A new node per sentence, so that the same one twice is read twice; only the last few stay.
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
        <p key={line.id}>{line.sentence}</p>
      ))}
    </chakra.div>
  )
}
