'use client'

import { useEffect, useState } from 'react'

/** True once `condition` has held for a while, false as soon as it does not: short breaks are not worth a word. */
export function useSlowly(condition: boolean, milliseconds: number): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!condition) return
    const timer = setTimeout(() => setHeld(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setHeld(false)
    }
  }, [condition, milliseconds])
  return condition && held
}
