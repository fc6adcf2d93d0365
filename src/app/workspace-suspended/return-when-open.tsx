'use client'

import { useEffect } from 'react'

const ASK_EVERY_MS = 15_000

/** Brings the page back as soon as the workspace is open again; asks less while nobody looks. */
export function ReturnWhenOpen() {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void returnIfOpen()
    }
    const timer = setInterval(ask, ASK_EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [])
  return null
}

/** A server that is away says nothing about the workspace: it is asked again. */
async function returnIfOpen(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', redirect: 'manual' }).catch(() => null)
  if (answer && answer.status !== 403 && answer.status < 500) location.reload()
}
