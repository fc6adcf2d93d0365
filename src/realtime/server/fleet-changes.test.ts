import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import type { ChangedMessage } from '../protocol.ts'
import { FLEET_CHANGES, type Topic } from '../topic.ts'
import { createFleetChanges } from './fleet-changes.ts'
import type { Rooms, Watcher } from './rooms.ts'

function openRoom({ isWatched = true } = {}) {
  const heard: ChangedMessage[] = []
  const watcher = {
    hearing: () => 'records',
    socket: { emit: (_event: string, message: ChangedMessage) => void heard.push(message) },
  }
  const rooms: Pick<Rooms, 'isWatched' | 'listListeners'> = {
    isWatched: (topic: Topic) => isWatched && topic === FLEET_CHANGES,
    // Of a watcher, only these two are looked at.
    listListeners: () => [watcher as object as Watcher],
  }
  return { heard, changes: createFleetChanges(rooms) }
}

describe('changes of the fleet', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('of tenants at one moment are told together, each tenant once', () => {
    const { heard, changes } = openRoom()
    const [one, two] = [newId(), newId()]
    for (const id of [one, two, one]) changes.note('tenants', id)
    vi.runAllTimers()
    expect(heard).toEqual([{ topic: FLEET_CHANGES, changes: [{ resource: 'tenants', ids: [one, two] }] }])
    vi.runAllTimers()
    expect(heard).toHaveLength(1)
  })

  it('are not named one by one when they are very many, and are named again afterwards', () => {
    const { heard, changes } = openRoom()
    for (let count = 0; count < 1_000; count += 1) changes.note('tenants', newId())
    vi.runAllTimers()
    const last = newId()
    changes.note('tenants', last)
    vi.runAllTimers()
    expect(heard.map(({ changes: [change] }) => change?.ids)).toEqual([null, [last]])
  })

  it('of a rollout are told a few times a second, however often it moves', () => {
    const { heard, changes } = openRoom()
    const id = newId()
    for (let at = 0; at < 3_000; at += 10) {
      changes.note('rollouts', id)
      vi.advanceTimersByTime(10)
    }
    expect(heard.length).toBeGreaterThanOrEqual(3)
    expect(heard.length).toBeLessThanOrEqual(12)
    expect(heard[0]).toEqual({ topic: FLEET_CHANGES, changes: [{ resource: 'rollouts', ids: [id] }] })
  })

  it('cost nothing while nobody watches, and are not told after the end', () => {
    const unwatched = openRoom({ isWatched: false })
    unwatched.changes.note('tenants', newId())
    expect(vi.getTimerCount()).toBe(0)
    const { heard, changes } = openRoom()
    changes.note('tenants', newId())
    changes.close()
    vi.runAllTimers()
    expect(heard).toEqual([])
  })
})
