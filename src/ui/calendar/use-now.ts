'use client'

import { useEffect, useState } from 'react'

/** The present moment in ISO 8601, renewed as each minute begins. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date().toISOString()), 60_000 - (Date.now() % 60_000) + 20)
    return () => clearTimeout(timer)
  }, [now])
  return now
}
