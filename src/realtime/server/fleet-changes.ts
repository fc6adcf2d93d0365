import { FLEET_CHANGES } from '../topic.ts'
import type { Rooms } from './rooms.ts'

/** Changes of this long are told together, in milliseconds: a rollout touches thousands of tenants. */
const BATCH_MS = 100
/** More than that many are not named one by one. */
const MAX_IDS = 200

export type FleetChanges = {
  /** something the control plane knows of a tenant has changed */
  note: (tenantId: string) => void
  close: () => void
}

/**
 * Tells the people of the platform who watch here which tenants have changed. Every process hears of changes by
 * itself, so nothing is passed on between processes.
 */
export function createFleetChanges(rooms: Pick<Rooms, 'isWatched' | 'listListeners'>): FleetChanges {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  function publish(): void {
    timer = undefined
    const ids = changed.size > MAX_IDS ? null : [...changed]
    changed.clear()
    for (const { socket, hearing } of rooms.listListeners(FLEET_CHANGES)) {
      if (!hearing) continue
      socket.emit('changed', { topic: FLEET_CHANGES, changes: [{ resource: 'tenants', ids }] })
    }
  }

  return {
    note: (tenantId) => {
      if (!rooms.isWatched(FLEET_CHANGES)) return
      changed.add(tenantId)
      timer ??= setTimeout(publish, BATCH_MS)
    },
    close: () => clearTimeout(timer),
  }
}
