'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { leaveForSignIn } from '#src/auth/ui/leave-for-sign-in.ts'
import { isLeaving } from '#src/auth/ui/leaving.ts'
import { changesTopic, tenantTopic } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useWorkspace } from './workspace-context.tsx'

/** Between two looks, so that a refusal that does not pass is no storm. */
const PAUSE_MS = 2_000

/**
 * Keeps the page to what its person may do. The server takes the socket away from whoever's rights have changed
 * or ended; then the page asks who they are by now: it is shown anew with their new rights, leaves for the
 * sign-in, or makes room for the word that the workspace is closed.
 */
export function useLiveRights(): void {
  const api = useApi()
  const router = useRouter()
  const cache = useQueryClient()
  const { tenant, person } = useWorkspace()
  // Any topic that is open to them will do; clients are told nothing of runs.
  const topic = person.role === 'client' ? changesTopic(tenant.tenantId) : tenantTopic(tenant.tenantId)
  const [round, setRound] = useState(0)

  const lookAgain = useEffectEvent(async () => {
    try {
      const { role } = await api.auth.me.query()
      if (role === person.role) return
      router.refresh()
      await cache.invalidateQueries()
    } catch (thrown) {
      if (callErrorOf(thrown).code === 'UNAUTHENTICATED') leaveForSignIn('UNAUTHENTICATED')
    }
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isAsking = false
    const stop = watchLive(
      { topic },
      {
        onSnapshot: () => undefined,
        onEvents: () => undefined,
        onStatus: (status, error) => {
          if (status !== 'refused' || isAsking || isLeaving()) return
          // Who they are they may still ask. The server has a page for that, at every address of the workspace.
          if (error?.code === 'TENANT_SUSPENDED' || error?.code === 'TENANT_NOT_READY') {
            location.reload()
            return
          }
          isAsking = true
          void lookAgain().finally(() => {
            timer = setTimeout(() => setRound((last) => last + 1), PAUSE_MS)
          })
        },
      },
    )
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [topic, round])
}
