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

describe('changes of tenants', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('of one moment are told together, each tenant once', () => {
    const { heard, changes } = openRoom()
    const [one, two] = [newId(), newId()]
    for (const id of [one, two, one]) changes.note(id)
    vi.runAllTimers()
    expect(heard).toEqual([{ topic: FLEET_CHANGES, changes: [{ resource: 'tenants', ids: [one, two] }] }])
    vi.runAllTimers()
    expect(heard).toHaveLength(1)
  })

  it('are not named one by one when they are very many, and are named again afterwards', () => {
    const { heard, changes } = openRoom()
    for (let count = 0; count < 1_000; count += 1) changes.note(newId())
    vi.runAllTimers()
    const last = newId()
    changes.note(last)
    vi.runAllTimers()
    expect(heard.map(({ changes: [change] }) => change?.ids)).toEqual([null, [last]])
  })

  it('cost nothing while nobody watches, and are not told after the end', () => {
    const unwatched = openRoom({ isWatched: false })
    unwatched.changes.note(newId())
    expect(vi.getTimerCount()).toBe(0)
    const { heard, changes } = openRoom()
    changes.note(newId())
    changes.close()
    vi.runAllTimers()
    expect(heard).toEqual([])
  })
})
