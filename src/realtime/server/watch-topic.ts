import { AppError } from '#src/shared/errors/app-error.ts'
import type { StoredEvent, WatchAnswer, WatchMessage } from '../protocol.ts'
import { eventsFollowing } from '../sequence.ts'
import { isChangesTopic, isStreamTopic, prefixOf, type FeedTopic, type StreamTopic } from '../topic.ts'
import type { Relay } from './relay.ts'
import { listHeldEvents, type LiveSocket, type Rooms, type Watcher } from './rooms.ts'
import type { StreamSource, TopicSources } from './topic-source.ts'

/** More missed events than this are answered with a snapshot. */
const MAX_REPLAY = 1_000
const MAX_ATTEMPTS = 3

export type WatchContext = { rooms: Rooms; relay: Relay | undefined; sources: TopicSources }

type Start = { snapshot: unknown; lastSeq: number; events: readonly StoredEvent[] }

/**
 * Answers a watch and lets the socket into the room. Events are held for the socket before its snapshot is
 * read, and sent right behind the answer, so that none falls between the two.
 * @throws AppError NOT_FOUND for a topic that does not exist or is not the caller's to see
 */
export async function watchTopic(
  context: WatchContext,
  {
    socket,
    message,
    answer,
  }: { socket: LiveSocket; message: WatchMessage; answer: (answer: WatchAnswer) => void },
): Promise<void> {
  const { rooms } = context
  const watcher = rooms.open(socket, message.topic)
  try {
    const token = message.token ?? socket.data.caller.watchToken
    if (!(await isAllowed(context.sources, watcher, token))) throw new AppError('NOT_FOUND')
    rooms.hold(watcher)
    const start = await readStart(context, watcher, message.after)
    if (!start) throw new AppError('NOT_FOUND')
    // Another watch of the same topic, an unwatch or the end of the socket came in between.
    if (watcher.state !== 'holding') throw new AppError('CONFLICT')
    answer({ ok: true, ...start })
    rooms.admit(watcher, start.lastSeq)
  } catch (error) {
    rooms.close(watcher)
    throw error
  }
}

async function isAllowed(sources: TopicSources, watcher: Watcher, token: string | null): Promise<boolean> {
  const { topic } = watcher
  const { caller } = watcher.socket.data
  if (isChangesTopic(topic)) {
    const hearing = await sources.records?.authorize(caller, topic, token)
    if (hearing) watcher.hearing = hearing
    return Boolean(hearing)
  }
  if (isStreamTopic(topic)) return (await sources.run?.authorize(caller, topic, token)) ?? false
  return (await feedSource(sources, topic)?.authorize(caller, topic, token)) ?? false
}

function feedSource(sources: TopicSources, topic: FeedTopic): TopicSources['tenant'] {
  return prefixOf(topic) === 'fleet' ? sources.fleet : sources.tenant
}

async function readStart(context: WatchContext, watcher: Watcher, after?: number): Promise<Start | null> {
  const { topic } = watcher
  const { sources, relay } = context
  // Nothing to catch up with: whoever begins to listen has just asked for what it shows, or does so now.
  if (isChangesTopic(topic)) return { snapshot: null, lastSeq: 0, events: [] }
  if (!isStreamTopic(topic)) {
    const state = await feedSource(sources, topic)?.snapshot(topic)
    return state ? { snapshot: state.snapshot, lastSeq: 0, events: [] } : null
  }
  if (!sources.run || !relay) return null
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const resumed = after === undefined ? null : await readMissed(sources.run, topic, after)
    const start = resumed ?? (await readSnapshot(sources.run, topic))
    if (!start) return null
    await relay.reach(topic, start.lastSeq)
    // A gap means that announcements were lost on the way here: read again, now they are stored.
    if (!eventsFollowing(listHeldEvents(watcher), start.lastSeq).gap) return start
  }
  throw new AppError('DEPENDENCY_UNAVAILABLE')
}

async function readSnapshot(source: StreamSource, topic: StreamTopic): Promise<Start | null> {
  const state = await source.snapshot(topic)
  return state && { ...state, events: [] }
}

/** What came after number `after`; null when the number is not from this stream's past, or too much was missed. */
async function readMissed(source: StreamSource, topic: StreamTopic, after: number): Promise<Start | null> {
  const missed: StoredEvent[] = []
  let lastSeq = after
  for (;;) {
    const page = eventsFollowing(await source.eventsAfter(topic, lastSeq), lastSeq)
    if (page.gap) return null
    if (page.events.length === 0) break
    missed.push(...page.events)
    lastSeq = page.lastSeq
    if (missed.length > MAX_REPLAY) return null
  }
  if (missed.length === 0) {
    const newest = (await source.lastSeqs([topic])).get(topic)
    if (newest === undefined || newest < after) return null
  }
  return { snapshot: null, lastSeq, events: missed }
}
