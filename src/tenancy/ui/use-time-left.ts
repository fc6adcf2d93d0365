'use client'

import { useEffect, useState } from 'react'
import { leaveForSignIn } from '#src/auth/ui/leave-for-sign-in.ts'
import { isLeaving } from '#src/auth/ui/leaving.ts'

const SECOND_MS = 1_000

/**
 * What is left of a visit, such as `4:09`; nothing at first, as the server's clock is another one. When the time has
 * run out the page is left: its session is over by then.
 * @param until the end, as an ISO date
 */
export function useTimeLeft(until: string): string {
  const end = Date.parse(until)
  const [left, setLeft] = useState<number>()

  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(secondsUntil(end))
      if (Date.now() < end) return
      clearInterval(timer)
      if (!isLeaving()) leaveForSignIn()
    }, SECOND_MS / 4)
    return () => clearInterval(timer)
  }, [end])

  if (left === undefined) return ''
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}

function secondsUntil(end: number): number {
  return Math.max(0, Math.ceil((end - Date.now()) / SECOND_MS))
}
