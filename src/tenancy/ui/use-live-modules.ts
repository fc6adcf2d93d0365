'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import type { StoredEvent } from '#src/realtime/protocol.ts'
import { tenantTopic } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { featureKeys } from './settings/feature-keys.ts'
import { useWorkspace } from './workspace-context.tsx'

/** Between two looks after refusals, in milliseconds: a page with many queries is refused many times at once. */
const PAUSE_MS = 2_000

/**
 * Keeps the page to the modules that are switched on: when a run of the workspace has succeeded, or a call finds
 * its module off, navigation and page are shown anew.
 */
export function useLiveModules(): void {
  const router = useRouter()
  const cache = useQueryClient()
  const { tenant, person } = useWorkspace()
  // Clients have no topic of their own; they learn of it by being refused.
  const topic = person.role === 'client' ? null : tenantTopic(tenant.tenantId)

  const lookAgain = useEffectEvent(() => {
    router.refresh()
    void cache.invalidateQueries({ queryKey: featureKeys.plan })
  })
  const renewFeatures = useEffectEvent(() => {
    void cache.invalidateQueries({ queryKey: featureKeys.all })
  })

  useEffect(() => {
    if (topic === null) return
    let isFresh = true
    return watchLive(
      { topic },
      {
        onSnapshot: () => {
          // What happened while the connection was away is not told again.
          if (!isFresh) lookAgain()
          if (!isFresh) renewFeatures()
          isFresh = false
        },
        onEvents: (events) => {
          if (events.some((event) => typeOf(event).startsWith('run.'))) renewFeatures()
          if (events.some((event) => typeOf(event) === 'run.succeeded')) lookAgain()
        },
        onStatus: () => undefined,
      },
    )
  }, [topic])

  useEffect(() => {
    let lastLook = 0
    return cache.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return
      if (callErrorOf(event.action.error).code !== 'MODULE_NOT_ENABLED') return
      if (Date.now() - lastLook < PAUSE_MS) return
      lastLook = Date.now()
      lookAgain()
    })
  }, [cache])
}

/** Only the type matters here; checking whole events would bring the schemas into every page. */
function typeOf(event: StoredEvent): string {
  const type: unknown = Reflect.get(event, 'type')
  return typeof type === 'string' ? type : ''
}
