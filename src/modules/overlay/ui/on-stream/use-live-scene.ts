'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { changesTopic } from '#src/realtime/topic.ts'
import { watchLive } from '#src/realtime/ui/live-client.ts'
import { createChangeCollector } from '#src/realtime/ui/change-collector.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { OverlayScene } from '../../scene/scene.ts'
import { sceneKey } from '../scene-key.ts'

/** Time in milliseconds between two looks, however many tips come in. */
const PAUSE_MS = 300
/** The scene is looked at now and then in any case: at midnight the board of the day is empty, and nobody says so. */
const LOOK_MS = 30_000
/** Pause in milliseconds before listening is tried again after a refusal. */
const REFUSED_MS = 10_000

export type LiveScene = {
  /** undefined until it is there, and once the link has been revoked */
  scene: OverlayScene | undefined
  /** the server was asked and knows no such link, or none any more */
  isRefused: boolean
}

/**
 * What the overlay shows at this moment. Hints tell when to look again; whatever was missed while the connection was
 * away is there with the first look after it.
 * @param token undefined while it is not known yet
 */
export function useLiveScene(tenantId: string, token: string | undefined): LiveScene {
  const api = useApi()
  const cache = useQueryClient()
  const [round, setRound] = useState(0)
  const { data, error } = useQuery({
    queryKey: sceneKey(token),
    queryFn: () => api.overlay.scene.get.query({}, { context: { watchToken: token } }),
    enabled: token !== undefined && token !== '',
    // The last scene stays for as long as the server is away.
    retry: (_, thrown) => !isRefusal(thrown),
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 10_000),
    refetchInterval: LOOK_MS,
    refetchIntervalInBackground: true,
  })

  useEffect(() => {
    if (token === undefined || token === '') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const collector = createChangeCollector(
      () => void cache.invalidateQueries({ queryKey: sceneKey(token) }),
      PAUSE_MS,
    )
    const look = () => collector.note('overlay')
    const stop = watchLive(
      { topic: changesTopic(tenantId), token },
      {
        onSnapshot: look,
        onChanges: look,
        onEvents: () => undefined,
        onStatus: (status) => {
          if (status !== 'refused') return
          // It may have been revoked a moment ago.
          look()
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
  }, [cache, tenantId, token, round])

  const isRefused = token === '' || (error !== null && isRefusal(error))
  return { scene: isRefused ? undefined : data, isRefused }
}

/** Whether the server has refused the link, rather than not answered. */
function isRefusal(thrown: unknown): boolean {
  return callErrorOf(thrown).code !== 'DEPENDENCY_UNAVAILABLE'
}
