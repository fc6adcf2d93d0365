import { FLEET_CHANGES, type FleetPart } from '../topic.ts'
import type { Rooms } from './rooms.ts'

/**
 * Changes of this long are told together, in milliseconds: a rollout touches thousands of tenants, and is itself looked at a few
 * times a second at most.
 */
const BATCH_MS: Readonly<Record<FleetPart, number>> = { tenants: 100, rollouts: 300, drift: 300 }
/** More than that many are not named one by one. */
const MAX_IDS = 200

export type FleetChanges = {
  /** something the control plane knows of a tenant, a rollout or a check for drift has changed */
  note: (part: FleetPart, id: string) => void
  close: () => void
}

type Waiting = { ids: Set<string>; timer: NodeJS.Timeout }

/**
 * Tells the people of the platform who watch here what has changed in the fleet. Every process hears of changes by
 * itself, so nothing is passed on between processes.
 */
export function createFleetChanges(rooms: Pick<Rooms, 'isWatched' | 'listListeners'>): FleetChanges {
  const waiting = new Map<FleetPart, Waiting>()

  function publish(part: FleetPart): void {
    const changed = waiting.get(part)?.ids ?? new Set()
    waiting.delete(part)
    const ids = changed.size > MAX_IDS ? null : [...changed]
    for (const { socket, hearing } of rooms.listListeners(FLEET_CHANGES)) {
      if (!hearing) continue
      socket.emit('changed', { topic: FLEET_CHANGES, changes: [{ resource: part, ids }] })
    }
  }

  return {
    note: (part, id) => {
      if (!rooms.isWatched(FLEET_CHANGES)) return
      const noted = waiting.get(part)
      if (noted) noted.ids.add(id)
      else waiting.set(part, { ids: new Set([id]), timer: setTimeout(() => publish(part), BATCH_MS[part]) })
    },
    close: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
