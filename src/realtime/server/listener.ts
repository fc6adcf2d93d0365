import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import { createNotification, requireAnswer, startListening } from './notification.repository.ts'
import { parseNotification, type Notification } from './notification.ts'

export type Listener = {
  isListening: () => boolean
  /** Announces to all processes, this one included; false when the connection is away. */
  announce: (notification: Notification) => Promise<boolean>
  close: () => Promise<void>
}

export type ListenerOptions = {
  url: string
  onNotification: (notification: Notification) => void
  /** called each time the connection begins to listen; what was announced before is not repeated */
  onListening: () => void
  /** called each time it has ended to listen: from here on announcements are missed */
  onSilent: () => void
  logger: Logger
}

const MIN_DELAY_MS = 100
const MAX_DELAY_MS = 2_000
const CHECK_INTERVAL_MS = 5_000
const ANSWER_TIMEOUT_MS = 4_000
const END_TIMEOUT_MS = 1_000

/**
 * Keeps one connection that listens for notifications, and opens it again for as long as the process lives.
 * It asks the server for a sign of life now and then: a connection that died silently delivers nothing and
 * raises no error.
 */
export function startListener(options: ListenerOptions): Listener {
  const { url, onNotification, onListening, onSilent, logger } = options
  const closing = new AbortController()
  let client: pg.Client | undefined
  let listening = false
  const isClosing = () => closing.signal.aborted

  function noteSilence(): void {
    if (!listening) return
    listening = false
    onSilent()
  }

  async function listenOnce(): Promise<void> {
    const opened = openClient(url)
    client = opened
    opened.on('notification', ({ payload }) => {
      const notification = parseNotification(payload)
      if (notification) onNotification(notification)
    })
    const lost = new Promise<void>((resolve) => opened.once('end', resolve))
    opened.once('end', noteSilence)
    try {
      await opened.connect()
      await startListening(opened)
      listening = true
      onListening()
      await Promise.race([lost, checkUntilSilent(opened, lost)])
    } finally {
      noteSilence()
      await endClient(opened)
    }
  }

  async function listenForever(): Promise<void> {
    let delay = MIN_DELAY_MS
    while (!isClosing()) {
      const startedAt = performance.now()
      const reason = await listenOnce().catch((error: unknown) => error)
      if (isClosing()) return
      if (performance.now() - startedAt > MAX_DELAY_MS) delay = MIN_DELAY_MS
      logger.warn({ err: reason }, 'The connection for notifications was lost; events wait until it is back')
      await sleep(delay, undefined, { signal: closing.signal }).catch(() => undefined)
      delay = Math.min(delay * 2, MAX_DELAY_MS)
    }
  }

  const finished = listenForever()
  return {
    isListening: () => listening,
    announce: async (notification) => {
      if (!listening || !client) return false
      return createNotification(client, notification).then(
        () => true,
        () => false,
      )
    },
    close: async () => {
      closing.abort()
      if (client) await endClient(client)
      await finished
    },
  }
}

function openClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'berth-events',
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  })
  // Each error is followed by `end`; without a listener it would end the process.
  client.on('error', () => undefined)
  return client
}

/** A peer that died silently never confirms the end, so the wait for it is bounded. */
async function endClient(client: pg.Client): Promise<void> {
  const timeout = new AbortController()
  await Promise.race([
    client.end().catch(() => undefined),
    sleep(END_TIMEOUT_MS, undefined, { signal: timeout.signal }).catch(() => undefined),
  ])
  timeout.abort()
}

/** Returns when the connection stops answering. */
async function checkUntilSilent(client: pg.Client, lost: Promise<void>): Promise<void> {
  const ended = new AbortController()
  void lost.then(() => ended.abort())
  try {
    while (!ended.signal.aborted) {
      await sleep(CHECK_INTERVAL_MS, undefined, { signal: ended.signal })
      await requireAnswer(client)
    }
  } catch {
    // Silent or ended: either way the caller gives the connection up.
  }
}
