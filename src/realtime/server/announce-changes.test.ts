import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { createChangeAnnouncer } from './announce-changes.ts'
import { formatNotification, parseNotification, type ChangedRecords } from './notification.ts'

const [ACME, OTHER] = [newId(), newId()]

function setUp() {
  const sent: ChangedRecords[] = []
  const connection = { isUp: true }
  const changes = createChangeAnnouncer(async (changed) => {
    if (connection.isUp) sent.push(changed)
    return connection.isUp
  })
  return { sent, connection, changes }
}

describe('announced changes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('travel together, each tenant and each page for itself', async () => {
    const { sent, changes } = setUp()
    changes.announce(ACME, { resource: 'pets', id: 'a' })
    changes.announce(ACME, { resource: 'pets', id: 'b' })
    changes.announce(ACME, { resource: 'pets', id: 'a' })
    changes.announce(ACME, { resource: 'owners', id: 'c' })
    changes.announce(ACME, { resource: 'pets', id: 'd', by: 'socket' })
    changes.announce(OTHER, { resource: 'pets', id: 'e' })
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([
      { tenantId: ACME, by: null, resources: { pets: ['a', 'b'], owners: ['c'] } },
      { tenantId: ACME, by: 'socket', resources: { pets: ['d'] } },
      { tenantId: OTHER, by: null, resources: { pets: ['e'] } },
    ])
  })

  it('fit into one notification however many there are', async () => {
    const { sent, changes } = setUp()
    const resource = 'a-resource-with-a-long-name'
    for (let index = 0; index < 100; index += 1) changes.announce(ACME, { resource, id: newId() })
    for (let index = 0; index < 101; index += 1) changes.announce(OTHER, { resource, id: newId() })
    await vi.advanceTimersByTimeAsync(100)
    expect(sent.map(({ resources }) => resources[resource]?.length ?? null)).toEqual([100, null])
    for (const changed of sent) {
      const payload = formatNotification({ changed })
      expect(payload.length).toBeLessThan(8_000)
      expect(parseNotification(payload)).toEqual({ changed })
    }
  })

  it('are told later when the database is away', async () => {
    const { sent, connection, changes } = setUp()
    connection.isUp = false
    changes.announce(ACME, { resource: 'pets', id: 'a' })
    await vi.advanceTimersByTimeAsync(100)
    changes.announce(ACME, { resource: 'owners', id: 'b' })
    await vi.advanceTimersByTimeAsync(100)
    connection.isUp = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent).toEqual([{ tenantId: ACME, by: null, resources: { pets: null, owners: null } }])
  })

  it('are told before the process ends', async () => {
    const { sent, changes } = setUp()
    changes.announce(ACME, { resource: 'pets', id: 'a' })
    await changes.close()
    changes.announce(ACME, { resource: 'pets', id: 'b' })
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([{ tenantId: ACME, by: null, resources: { pets: ['a'] } }])
  })
})
