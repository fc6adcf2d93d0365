'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { leaveForSignIn } from '#src/auth/ui/leave-for-sign-in.ts'
import { isLeaving } from '#src/auth/ui/leaving.ts'
import { FLEET_CHANGES } from '#src/realtime/topic.ts'
import { createChangeCollector } from '#src/realtime/ui/change-collector.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from './console-keys.ts'

/** Stand for the lists, for rollouts and for checks; the other parts are tenants by their ids. */
const LISTS = 'lists'
const ROLLOUTS = 'rollouts'
const DRIFT = 'drift'
/** Time between two looks at a rollout that moves, in milliseconds. */
const ROLLOUT_PAUSE_MS = 500

/**
 * Renews what is on screen when anybody changes a tenant or a rollout moves, and leaves for the sign-in when the session has ended.
 * After a lost connection all of it is renewed, as hints are not repeated. For the frame of the console, once.
 */
export function useFleetChanges(): void {
  const api = useApi()
  const cache = useQueryClient()

  const renewAll = useEffectEvent(() => void cache.invalidateQueries({ queryKey: consoleKeys.all }))
  const renewTenants = useEffectEvent(
    () => void cache.invalidateQueries({ queryKey: consoleKeys.everyTenant }),
  )
  const renew = useEffectEvent((part: string) => {
    for (const queryKey of keysOf(part)) void cache.invalidateQueries({ queryKey })
  })
  const lookAgain = useEffectEvent(async () => {
    const isOver = await api.auth.me.query().then(
      () => false,
      (thrown: unknown) => callErrorOf(thrown).code === 'UNAUTHENTICATED',
    )
    if (isOver) leaveForSignIn('UNAUTHENTICATED')
  })

  useEffect(() => {
    // What the page loaded a moment ago need not be loaded twice.
    let isFresh = true
    const collector = createChangeCollector((part) => renew(part))
    const rollouts = createChangeCollector((part) => renew(part), ROLLOUT_PAUSE_MS)
    const stop = watchLive(
      { topic: FLEET_CHANGES },
      {
        onSnapshot: () => {
          if (!isFresh) renewAll()
          isFresh = false
        },
        onEvents: () => undefined,
        onChanges: (changes) => {
          for (const { resource, ids } of changes) {
            if (resource === ROLLOUTS || resource === DRIFT) {
              rollouts.note(resource)
              continue
            }
            collector.note(LISTS)
            if (ids === null) renewTenants()
            for (const id of ids ?? []) collector.note(id)
          }
        },
        onStatus: (status) => {
          if (status === 'refused' && !isLeaving()) void lookAgain()
        },
      },
    )
    return () => {
      collector.stop()
      rollouts.stop()
      stop()
    }
  }, [])
}

function keysOf(part: string): readonly (readonly string[])[] {
  if (part === LISTS) return [consoleKeys.tenants, consoleKeys.features]
  if (part === DRIFT) return [consoleKeys.drift]
  return [part === ROLLOUTS ? consoleKeys.rollouts : consoleKeys.tenant(part)]
}
