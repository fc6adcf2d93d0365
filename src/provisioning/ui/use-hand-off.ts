'use client'

import { useCallback, useRef, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { RunWatch } from './use-run.ts'
import { markOpened, type WatchToken } from './watch-token.ts'

/** Walks into the finished workspace, signed in by a one-time ticket; `problem` says why that is not possible. */
export function useHandOff({ api, tenant, run }: RunWatch, token: WatchToken | null) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const started = useRef(false)
  const tenantId = tenant?.tenantId
  const runId = run?.id
  const watchToken = token?.value

  const open = useCallback(async () => {
    if (started.current || !tenantId || !runId) return
    if (!watchToken) {
      setProblem('Sign in with your e-mail and password.')
      return
    }
    started.current = true
    setBusy(true)
    markOpened(runId)
    try {
      const { url } = await api.runs.handOff.mutate({ tenantId, watchToken })
      window.location.assign(url)
    } catch (thrown) {
      const { code } = callErrorOf(thrown)
      started.current = false
      setBusy(false)
      setProblem(
        code === 'FORBIDDEN' || code === 'NOT_FOUND'
          ? 'It has been open for a while, so please sign in with the e-mail and password you chose.'
          : 'Walking in without a password did not work just now. The e-mail and password you chose will.',
      )
    }
  }, [api, tenantId, runId, watchToken])

  return { open, busy, problem }
}
