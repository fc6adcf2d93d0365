import { describe, expect, it, vi } from 'vitest'
import { becomesLive, PATIENCE, setUpLiveServers } from './testing/set-up-live-servers.ts'

describe('a watch', () => {
  const { table, start, open } = setUpLiveServers()

  it('reads again when events went by unannounced while it read', async () => {
    const { run } = table().sources
    if (!run) throw new Error('The table has a source of runs.')
    const { topic } = table().createStream()
    let reads = 0
    const readSlowly: typeof run.snapshot = async () => {
      const state = await run.snapshot(topic)
      reads += 1
      if (reads > 1) return state
      await table().append(topic, 2, { silent: true })
      await table().append(topic, 1)
      await new Promise((resolve) => setTimeout(resolve, 200))
      return state
    }
    const server = await start({ sources: { run: { ...run, snapshot: readSlowly } } })
    const page = open(server)
    const seen = page.follow(topic)
    await becomesLive(seen)
    expect([seen.snapshots, page.questions()]).toEqual([[{ seen: 3 }], 1])
  })

  it('resumes from numbers of the past only', async () => {
    const { socket } = open(await start())
    const { topic } = table().createStream()
    await table().append(topic, 1_003)
    socket.connect()
    await vi.waitFor(() => expect(socket.connected).toBe(true), PATIENCE)
    const ask = async (after: number): Promise<unknown> =>
      socket.timeout(5_000).emitWithAck('watch', { topic, after })
    expect(await ask(1_003)).toEqual({ ok: true, snapshot: null, lastSeq: 1_003, events: [] })
    expect(await ask(1_001)).toMatchObject({
      snapshot: null,
      lastSeq: 1_003,
      events: [{ seq: 1_002 }, { seq: 1_003 }],
    })
    // Missed more than is worth replaying, or a database that was restored to an earlier time.
    for (const after of [0, 1_004]) {
      expect(await ask(after)).toEqual({ ok: true, snapshot: { seen: 1_003 }, lastSeq: 1_003, events: [] })
    }
  })
})
