'use client'

import { useCallback, useRef, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { RunWatch } from './use-run.ts'

/** Walks into the finished workspace, signed in by a one-time ticket; `problem` says why that is not possible. */
export function useHandOff({ api, tenant }: RunWatch, watchToken: string | undefined) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const started = useRef(false)
  const tenantId = tenant?.tenantId

  const open = useCallback(async () => {
    if (started.current || !tenantId) return
    started.current = true
    setBusy(true)
    try {
      if (!watchToken) throw new Error('Nobody but the visitor who signed up gets a ticket.')
      const { url } = await api.runs.handOff.mutate({ tenantId, watchToken })
      window.location.assign(url)
    } catch (thrown) {
      const { code } = callErrorOf(thrown)
      started.current = false
      setBusy(false)
      setProblem(
        code === 'DEPENDENCY_UNAVAILABLE' && watchToken
          ? 'We could not reach Berth just now; signing in with your password works as well'
          : 'Sign in with the e-mail and password you chose',
      )
    }
  }, [api, tenantId, watchToken])

  return { open, busy, problem }
}
