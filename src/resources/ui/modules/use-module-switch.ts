'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Feature } from '#src/tenancy/feature.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { Module } from '../../define-module.ts'
import { useModuleChanges } from './use-modules.ts'

const OPEN: readonly string[] = ['pending', 'running', 'compensating']

/** Switching one module: the run to show, whether it is under way, and why it could not be started. */
export function useModuleSwitch({ id }: Pick<Module, 'id'>, feature: Feature | undefined) {
  const router = useRouter()
  const { change, renew } = useModuleChanges()
  const [started, setStarted] = useState<string>()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const run = feature?.run ?? null

  return {
    /** what was started here stays in sight when it is done; what somebody else started, while it is not */
    runId: started ?? run?.id,
    isBusy: isSending || (run !== null && OPEN.includes(run.state)),
    refusal,
    change: async (enabled: boolean): Promise<void> => {
      setSending(true)
      setRefusal(undefined)
      try {
        setStarted((await change(id, enabled)) ?? undefined)
      } catch (thrown) {
        setRefusal(callErrorOf(thrown).message)
        await renew()
      } finally {
        setSending(false)
      }
    },
    /** The run has ended, one way or the other. */
    finish: async (): Promise<void> => {
      await renew()
      // The navigation belongs to the page's frame.
      router.refresh()
    },
  }
}
