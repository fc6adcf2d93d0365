import { useCallback, useEffect, useState } from 'react'
import type { OpenApi } from './open-api.ts'

export type Loading = { state: 'loading' } | { state: 'failed' } | { state: 'loaded'; document: OpenApi }

/** The document of this very installation, with the way to ask again. */
export function useOpenApi(): Loading & { retry: () => void } {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    void load(leaving.signal).then((loaded) => {
      if (!leaving.signal.aborted) setLoading(loaded)
    })
    return () => leaving.abort()
  }, [round])
  const retry = useCallback(() => {
    setLoading({ state: 'loading' })
    setRound((before) => before + 1)
  }, [])
  return { ...loading, retry }
}

async function load(signal: AbortSignal): Promise<Loading> {
  try {
    const answer = await fetch('/api/v1/openapi.json', { signal })
    if (!answer.ok) return { state: 'failed' }
    return { state: 'loaded', document: (await answer.json()) as OpenApi }
  } catch {
    return { state: 'failed' }
  }
}
