import type { Server, Socket } from 'socket.io'
import type { ClientToServerEvents, EventsMessage, ServerToClientEvents, StoredEvent } from '../protocol.ts'
import { eventsFollowing } from '../sequence.ts'
import { isChangesTopic, isStreamTopic, type ChangesTopic, type Topic } from '../topic.ts'
import type { HearingOf, SocketCaller } from './topic-source.ts'
import type { Audience } from './relay.ts'

/** What the server remembers about one socket. */
export type SocketState = { caller: SocketCaller }
type NoEvents = Record<string, never>
export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketState>
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketState>

/** One socket's interest in one topic. Events are held back until its snapshot was sent. */
export type Watcher = {
  socket: LiveSocket
  topic: Topic
  state: 'asking' | 'holding' | 'joined' | 'closed'
  held: EventsMessage[]
  /** events of a feed may have been missed while they were held */
  stale: boolean
  /** what the watcher of changed records hears */
  hearing?: HearingOf
}

export type Rooms = Audience & {
  /** Reserves a place; a second watch of a topic by the same socket takes the place of the first. */
  open: (socket: LiveSocket, topic: Topic) => Watcher
  /** From now on the topic's events are kept for the watcher. */
  hold: (watcher: Watcher) => void
  /** Sends what was held and is newer than `lastSeq`; from now on events go straight to the socket. */
  admit: (watcher: Watcher, lastSeq: number) => void
  close: (watcher: Watcher) => void
  list: (socket: LiveSocket) => readonly Watcher[]
  find: (socket: LiveSocket, topic: Topic) => Watcher | undefined
  /** Everybody who hears of changed records now. */
  listListeners: (topic: ChangesTopic) => readonly Watcher[]
  /** Tells the watchers of feeds that something may be missing. Who hears of changed records has to ask anew. */
  publishStale: () => void
  counts: () => { topics: number; watchers: number }
}

type Room = { holding: Set<Watcher>; joined: Set<Watcher> }

/** Keeps account of who watches what in this process. All of it is synchronous, so that nothing slips between. */
export function createRooms(
  io: LiveServer,
  onPublish: (message: EventsMessage, receivers: number) => void,
): Rooms {
  const rooms = new Map<Topic, Room>()
  const bySocket = new Map<string, Map<Topic, Watcher>>()

  function roomOf(topic: Topic): Room {
    const known = rooms.get(topic)
    if (known) return known
    const room = { holding: new Set<Watcher>(), joined: new Set<Watcher>() }
    rooms.set(topic, room)
    return room
  }

  function close(watcher: Watcher): void {
    const { socket, topic } = watcher
    if (watcher.state === 'closed') return
    watcher.state = 'closed'
    const own = bySocket.get(socket.id)
    if (own?.get(topic) === watcher) own.delete(topic)
    if (own?.size === 0) bySocket.delete(socket.id)
    const room = rooms.get(topic)
    if (!room) return
    room.holding.delete(watcher)
    if (room.joined.delete(watcher)) void socket.leave(topic)
    if (room.joined.size === 0 && room.holding.size === 0) rooms.delete(topic)
  }

  return {
    isWatched: (topic) => rooms.has(topic),
    publish: (message) => {
      const room = rooms.get(message.topic)
      if (!room) return
      for (const watcher of room.holding) watcher.held.push(message)
      if (room.joined.size > 0) io.local.to(message.topic).emit('events', message)
      onPublish(message, room.joined.size)
    },
    open: (socket, topic) => {
      const own = bySocket.get(socket.id) ?? new Map<Topic, Watcher>()
      const earlier = own.get(topic)
      if (earlier) close(earlier)
      const watcher: Watcher = { socket, topic, state: 'asking', held: [], stale: false }
      bySocket.set(socket.id, own.set(topic, watcher))
      return watcher
    },
    hold: (watcher) => {
      if (watcher.state !== 'asking') return
      watcher.state = 'holding'
      roomOf(watcher.topic).holding.add(watcher)
    },
    admit: (watcher, lastSeq) => {
      if (watcher.state !== 'holding') return
      const { socket, topic } = watcher
      for (const message of listFresh(watcher, lastSeq)) socket.emit('events', message)
      if (watcher.stale) socket.emit('stale', { topic })
      const room = roomOf(topic)
      room.holding.delete(watcher)
      room.joined.add(watcher)
      watcher.state = 'joined'
      watcher.held = []
      void socket.join(topic)
    },
    close,
    list: (socket) => [...(bySocket.get(socket.id)?.values() ?? [])],
    listListeners: (topic) => [...(rooms.get(topic)?.joined ?? [])],
    find: (socket, topic) => bySocket.get(socket.id)?.get(topic),
    publishStale: () => {
      for (const [topic, room] of rooms) {
        if (isStreamTopic(topic)) continue
        for (const watcher of room.holding) watcher.stale = true
        io.local.to(topic).emit('stale', { topic })
        // Rights may have ended unheard: whoever wants to go on listening shows them again.
        if (isChangesTopic(topic)) for (const watcher of room.joined) close(watcher)
      }
    },
    counts: () => {
      let watchers = 0
      for (const own of bySocket.values()) watchers += own.size
      return { topics: rooms.size, watchers }
    },
  }
}

/** Everything held for a watcher, one event after the other. */
export function listHeldEvents({ held }: Watcher): StoredEvent[] {
  return held.flatMap(({ events }) => events)
}

function listFresh(watcher: Watcher, lastSeq: number): EventsMessage[] {
  const { topic, held } = watcher
  // What a feed's snapshot contains is known to those who can read it.
  if (!isStreamTopic(topic)) return held
  const { events } = eventsFollowing(listHeldEvents(watcher), lastSeq)
  return events.length > 0 ? [{ topic, stream: topic, events }] : []
}
