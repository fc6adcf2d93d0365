'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { changesTopic } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { createChangeCollector } from '#src/realtime/ui/change-collector.ts'
import { useModuleAccess } from './module-access.tsx'
import { recordKeys } from './record-keys.ts'

/** Pause before listening is tried again after a refusal, in milliseconds. */
const REFUSED_MS = 5_000

/**
 * Renews what is on screen when somebody else changes it. After a lost connection all of it is renewed, as
 * hints are not repeated. For the frame of the workspace, once: the cache is shared by all screens below it.
 */
export function useLiveRecords(): void {
  const cache = useQueryClient()
  const { modules } = useModuleAccess()
  const { tenant, person } = useWorkspace()
  const topic = changesTopic(tenant.tenantId)
  const [round, setRound] = useState(0)

  const moduleOf = useEffectEvent(
    (resource: string) =>
      modules.find(({ resources }) => resources.some(({ name }) => name === resource))?.id,
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // What the page loaded a moment ago need not be loaded twice.
    let isFresh = round === 0
    const collector = createChangeCollector((moduleId) => {
      void cache.invalidateQueries({ queryKey: recordKeys.module(moduleId) })
    })
    const stop = watchLive(
      { topic },
      {
        onSnapshot: () => {
          if (!isFresh) void cache.invalidateQueries({ queryKey: recordKeys.all })
          isFresh = false
        },
        onEvents: () => undefined,
        onChanges: (changes) => {
          for (const { resource } of changes) {
            const moduleId = moduleOf(resource)
            if (moduleId !== undefined) collector.note(moduleId)
          }
        },
        onStatus: (status) => {
          if (status !== 'refused') return
          clearTimeout(timer)
          timer = setTimeout(() => setRound((last) => last + 1), REFUSED_MS)
        },
      },
    )
    return () => {
      clearTimeout(timer)
      collector.stop()
      stop()
    }
    // Another role hears of other resources.
  }, [cache, topic, round, person.role])
}
