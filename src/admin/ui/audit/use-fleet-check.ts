'use client'

import { useEffect, useRef, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { ConsoleProof } from '../../audit-log.ts'

/** How far the check of all logs has come. */
export type FleetCheck = {
  proofs: readonly ConsoleProof[]
  total: number
  isRunning: boolean
}

/** Checks all logs, some at a time, and tells how far it has come; leaving the page ends it. */
export function useFleetCheck() {
  const api = useApi()
  const [check, setCheck] = useState<FleetCheck>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function run({ signal }: AbortController): Promise<void> {
    const proofs: ConsoleProof[] = []
    let after: string | undefined
    setCheck({ proofs, total: 0, isRunning: true })
    do {
      const part = await api.admin.audit.verifyAll.query({ after }, { signal })
      proofs.push(...part.proofs)
      after = part.next ?? undefined
      setCheck({ proofs: [...proofs], total: part.total, isRunning: after !== undefined })
    } while (after !== undefined)
  }

  function start(): void {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    run(controller).catch((error: unknown) => {
      if (controller.signal.aborted) return
      setCheck(undefined)
      toast.error('The logs could not be checked', { description: callErrorOf(error).message })
    })
  }

  function clear(): void {
    abort.current?.abort()
    setCheck(undefined)
  }

  return { check, start, clear }
}
