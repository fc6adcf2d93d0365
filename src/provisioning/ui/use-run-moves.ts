'use client'

import { useState } from 'react'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import type { RunWatch } from './use-run.ts'
import { forgetRun, type WatchToken } from './watch-token.ts'

/** Starting a run again, and giving it up. A move that comes too late shows the state that made it so. */
export function useRunMoves({ api, tenant, run, refresh }: RunWatch, token: WatchToken | null) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<CallError>()

  function access() {
    if (!tenant) throw new Error('A run cannot be moved before it is known.')
    return { tenantId: tenant.tenantId, ...(token ? { watchToken: token.value } : {}) }
  }

  async function retry(): Promise<void> {
    if (busy) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await api.runs.retry.mutate(access())
    } catch (thrown) {
      setRefusal(callErrorOf(thrown))
    } finally {
      setBusy(false)
      refresh()
    }
  }

  /** @throws whatever the call throws, for the dialog that asked to say so */
  async function cancel(): Promise<void> {
    await api.runs.cancel.mutate(access())
    if (run) forgetRun(run.id)
    refresh()
  }

  return { retry, cancel, busy, refusal }
}
