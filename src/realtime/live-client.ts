import type { LiveSocket } from './live-socket.ts'
import { changedMessage, eventsMessage, revokedMessage, staleMessage, watchAnswer } from './protocol.ts'
import type { Topic } from './topic.ts'
import {
  createTopicWatch,
  isFinal,
  retryDelay,
  type AskTopic,
  type LiveError,
  type TopicListener,
  type TopicWatch,
} from './topic-watch.ts'

export type WatchRequest = { topic: Topic; token?: string | undefined }

export type LiveClient = {
  /** Follows a topic until the returned function is called. Listeners of one topic share one watch. */
  watch: (request: WatchRequest, listener: TopicListener) => () => void
  /** how the server knows the socket; undefined while there is none */
  socketId: () => string | undefined
  close: () => void
}

type Watched = { watch: TopicWatch; token: string | undefined }

const ANSWER_TIMEOUT_MS = 8_000
/** A page that moves from one screen to the next keeps its socket. */
const IDLE_MS = 5_000
const REVOKED: LiveError = {
  code: 'UNAUTHENTICATED',
  message: 'Your access has ended. Please sign in again.',
}
const SHUT: LiveError = { code: 'TENANT_NOT_READY', message: 'This workspace has been closed.' }

/**
 * Follows any number of topics over one socket, which is open as long as there are some.
 * @param createSocket makes the socket; `token` tells the one to connect with, asked at every connect
 */
export function createLiveClient(createSocket: (token: () => string | undefined) => LiveSocket): LiveClient {
  const watched = new Map<Topic, Watched>()
  const socket = createSocket(() => [...watched.values()].find(({ token }) => token !== undefined)?.token)
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  function ask(topic: Topic, after: number | undefined, answered: Parameters<AskTopic>[1]): void {
    const token = watched.get(topic)?.token
    const message = {
      topic,
      ...(after === undefined ? {} : { after }),
      ...(token === undefined ? {} : { token }),
    }
    socket.timeout(ANSWER_TIMEOUT_MS).emit('watch', message, (lost: Error | null, input: unknown) => {
      answered(lost ? null : (watchAnswer.safeParse(input).data ?? null))
    })
  }

  function forEachWatch(body: (watch: TopicWatch) => void): void {
    for (const { watch } of watched.values()) body(watch)
  }

  function connect(): void {
    clearTimeout(retry)
    if (!socket.connected && !socket.active) socket.connect()
  }

  /** The library gives up when the server itself closes or refuses a socket; not every refusal is final. */
  function connectLater(): void {
    if (socket.active || [...watched.values()].every(({ watch }) => watch.isRefused())) return
    failures += 1
    clearTimeout(retry)
    retry = setTimeout(connect, retryDelay(failures))
  }

  socket.on('connect', () => {
    failures = 0
    forEachWatch((watch) => {
      if (!watch.isRefused()) watch.start()
    })
  })
  socket.on('disconnect', () => {
    forEachWatch((watch) => watch.pause())
    connectLater()
  })
  socket.on('connect_error', (error) => {
    const reason = 'data' in error ? readFailure(error.data) : null
    forEachWatch((watch) => (reason && isFinal(reason) ? watch.refuse(reason) : watch.pause()))
    connectLater()
  })
  socket.on('events', (input: unknown) => {
    const message = eventsMessage.safeParse(input)
    if (message.success) watched.get(message.data.topic)?.watch.takeEvents(message.data)
  })
  socket.on('stale', (input: unknown) => {
    const message = staleMessage.safeParse(input)
    if (message.success) watched.get(message.data.topic)?.watch.restart()
  })
  socket.on('changed', (input: unknown) => {
    const message = changedMessage.safeParse(input)
    if (message.success) watched.get(message.data.topic)?.watch.takeChanges(message.data.changes)
  })
  socket.on('revoked', (input: unknown) => {
    const message = revokedMessage.safeParse(input)
    if (!message.success) return
    const { topic, reason } = message.data
    watched.get(topic)?.watch.refuse(reason === 'tenant-unavailable' ? SHUT : REVOKED)
  })

  function unwatch(topic: Topic, listener: TopicListener): void {
    const known = watched.get(topic)
    if (!known || known.watch.unlisten(listener) > 0) return
    watched.delete(topic)
    if (socket.connected) socket.emit('unwatch', { topic })
    if (watched.size > 0) return
    idle = setTimeout(() => socket.disconnect(), IDLE_MS)
  }

  return {
    watch: ({ topic, token }, listener) => {
      clearTimeout(idle)
      const known = watched.get(topic)
      const entry = known ?? {
        watch: createTopicWatch({ topic, ask: (after, answered) => ask(topic, after, answered) }),
        token,
      }
      if (token !== undefined) entry.token = token
      watched.set(topic, entry)
      entry.watch.listen(listener)
      // A later listener has no state yet: all of them get a new snapshot.
      if (socket.connected) entry.watch.restart()
      else connect()
      let active = true
      return () => {
        if (active) unwatch(topic, listener)
        active = false
      }
    },
    socketId: () => socket.id,
    close: () => {
      clearTimeout(retry)
      clearTimeout(idle)
      forEachWatch((watch) => watch.pause())
      watched.clear()
      socket.disconnect()
    },
  }
}

function readFailure(data: unknown): LiveError | null {
  const answer = watchAnswer.safeParse({ ok: false, error: data })
  return answer.success && !answer.data.ok ? answer.data.error : null
}
