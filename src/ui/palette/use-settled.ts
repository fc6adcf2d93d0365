'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 180

/** What was typed once it has stayed the same for a moment; at once when it was emptied. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
