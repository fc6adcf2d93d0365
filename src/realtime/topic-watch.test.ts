import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventsMessage, StoredEvent, WatchAnswer } from './protocol.ts'
import { FLEET, runTopic, type Topic } from './topic.ts'
import { createTopicWatch } from './topic-watch.ts'

const RUN = runTopic('018f0000-0000-7000-8000-000000000001')
const event = (seq: number): StoredEvent => ({ tenantId: 't', seq, at: '2026-01-01T00:00:00.000Z' })
const message = (seq: number, topic: Topic = RUN): EventsMessage => ({
  topic,
  stream: RUN,
  events: [event(seq)],
})
const snapshot = (lastSeq: number): WatchAnswer => ({ ok: true, snapshot: { lastSeq }, lastSeq, events: [] })

/** A watch whose questions the test answers by hand. */
function setUp(topic: Topic = RUN) {
  const questions: { after: number | undefined; answer: (answer: WatchAnswer) => void; fail: () => void }[] =
    []
  const watch = createTopicWatch({
    topic,
    ask: (after, answered) => {
      questions.push({ after, answer: answered, fail: () => answered(null) })
    },
  })
  const log: string[] = []
  const listener = {
    onSnapshot: (state: unknown) => log.push(`snapshot ${JSON.stringify(state)}`),
    onEvents: (events: readonly StoredEvent[]) => log.push(...events.map(({ seq }) => `event ${seq}`)),
    onStatus: (status: string) => log.push(status),
  }
  watch.listen(listener)
  log.length = 0
  function reply(index: number, answer: WatchAnswer): void {
    questions[index]?.answer(answer)
  }
  return { watch, listener, questions, log, reply }
}

describe('a watched topic', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows the snapshot, then each event once', () => {
    const { watch, log, reply } = setUp()
    watch.start()
    reply(0, snapshot(3))
    for (const seq of [3, 4, 4, 5]) watch.takeEvents(message(seq))
    expect(log).toEqual(['snapshot {"lastSeq":3}', 'live', 'event 4', 'event 5'])
  })

  it('resumes after a lost connection where it stopped', () => {
    const { watch, questions, log, reply } = setUp()
    watch.start()
    reply(0, snapshot(3))
    watch.takeEvents(message(4))
    watch.pause()
    watch.takeEvents(message(5))
    watch.start()
    expect(questions[1]?.after).toBe(4)
    reply(1, { ok: true, snapshot: null, lastSeq: 6, events: [event(5), event(6)] })
    watch.takeEvents(message(7))
    expect(log.slice(2)).toEqual(['event 4', 'reconnecting', 'event 5', 'event 6', 'live', 'event 7'])
  })

  it('asks again when an event is missing, and takes none until the answer', () => {
    const { watch, questions, log, reply } = setUp()
    watch.start()
    reply(0, snapshot(3))
    watch.takeEvents(message(6))
    expect(questions[1]?.after).toBe(3)
    watch.takeEvents(message(7))
    reply(1, { ok: true, snapshot: null, lastSeq: 7, events: [4, 5, 6, 7].map(event) })
    expect(log.slice(2)).toEqual(['event 4', 'event 5', 'event 6', 'event 7', 'live'])
  })

  it('begins anew when the missed events have a hole themselves', () => {
    const { watch, questions, reply, log } = setUp()
    watch.start()
    reply(0, snapshot(3))
    watch.pause()
    watch.start()
    reply(1, { ok: true, snapshot: null, lastSeq: 6, events: [event(6)] })
    expect(questions[2]?.after).toBeUndefined()
    reply(2, snapshot(6))
    expect(log.at(-2)).toBe('snapshot {"lastSeq":6}')
  })

  it('accepts a newer snapshot instead of events, and an older one after a restored database', () => {
    const { watch, questions, log, reply } = setUp()
    watch.start()
    reply(0, snapshot(30))
    watch.pause()
    watch.start()
    reply(1, snapshot(2))
    watch.takeEvents(message(3))
    expect(log.slice(-3)).toEqual(['snapshot {"lastSeq":2}', 'live', 'event 3'])
    expect(questions).toHaveLength(2)
  })

  it('ignores answers to older questions', () => {
    const { watch, log, reply } = setUp()
    watch.start()
    watch.pause()
    watch.start()
    reply(0, snapshot(1))
    expect(log).toEqual(['reconnecting'])
    reply(1, snapshot(2))
    expect(log).toEqual(['reconnecting', 'snapshot {"lastSeq":2}', 'live'])
  })

  it('tries again for ever when there is no answer, but no more often than the cap', async () => {
    const { watch, questions, log } = setUp()
    watch.start()
    for (let failure = 0; failure < 20; failure += 1) {
      questions.at(-1)?.fail()
      await vi.advanceTimersByTimeAsync(3_000)
    }
    expect(questions).toHaveLength(21)
    expect(new Set(log)).toEqual(new Set(['reconnecting']))
    questions.at(-1)?.fail()
    await vi.advanceTimersByTimeAsync(1_400)
    expect(questions).toHaveLength(21)
  })

  it('stays refused until somebody listens anew', async () => {
    const { watch, listener, questions, log, reply } = setUp()
    watch.start()
    reply(0, { ok: false, error: { code: 'NOT_FOUND', message: 'No.' } })
    watch.pause()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(log).toEqual(['refused'])
    expect([questions.length, watch.isRefused()]).toEqual([1, true])
    watch.listen(listener)
    expect(watch.isRefused()).toBe(false)
  })

  it('tries again after an answer that may change', async () => {
    const { watch, questions, reply } = setUp()
    watch.start()
    reply(0, { ok: false, error: { code: 'DEPENDENCY_UNAVAILABLE', message: 'Away.' } })
    await vi.advanceTimersByTimeAsync(300)
    expect(questions).toHaveLength(2)
  })

  it('stops asking when nobody listens any more', async () => {
    const { watch, listener, questions } = setUp()
    watch.start()
    questions[0]?.fail()
    await vi.advanceTimersByTimeAsync(0)
    expect(watch.unlisten(listener)).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(questions).toHaveLength(1)
  })

  it('watches a feed anew instead of resuming it', () => {
    const { watch, questions, log, reply } = setUp(FLEET)
    watch.start()
    reply(0, { ok: true, snapshot: {}, lastSeq: 0, events: [] })
    watch.takeEvents(message(8, FLEET))
    watch.takeEvents(message(10, FLEET))
    expect(questions.map(({ after }) => after)).toEqual([undefined, undefined])
    expect(log.slice(2)).toEqual(['event 8'])
  })
})
