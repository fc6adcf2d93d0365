import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Logger } from '#src/logging/server/logger.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { handshakeAuth, MAX_MESSAGE_BYTES, SOCKET_PATH, type RevocationReason } from '../protocol.ts'
import { closeSockets, trackUpgrades } from './close-sockets.ts'
import { createChangeAnnouncer, type AnnounceChange } from './announce-changes.ts'
import { createFleetChanges } from './fleet-changes.ts'
import { createDeliveryMetrics, type DeliveryCounts } from './delivery-metrics.ts'
import { startListener } from './listener.ts'
import type { Notification, Revocation } from './notification.ts'
import { publishChanges } from './publish-changes.ts'
import { createRelay } from './relay.ts'
import { createRooms, type LiveServer } from './rooms.ts'
import { isSameOrigin } from './same-origin.ts'
import { endSession, refusalFor, serveSocket } from './socket-session.ts'
import type { SocketCaller, TopicSources } from './topic-source.ts'

export type SocketServerOptions = {
  /** Its request handler must be installed already: socket.io answers its own path before that handler. */
  httpServer: HttpServer
  /** plain login role, reached directly: LISTEN does not work through a transaction-mode pooler */
  databaseUrl: string
  sources: TopicSources
  /** Who opens a socket, from cookies or the token; null when nobody is known and no token was given. */
  authenticate: (request: IncomingMessage, auth: { token: string | null }) => Promise<SocketCaller | null>
  logger: Logger
  /** what else wants to hear of changes, on the one connection that listens */
  observer?: ChangeObserver
}

/** Hears of changes of tenants, and of whether it hears of them. */
export type ChangeObserver = {
  noteChanged: (tenantId: string) => void
  noteListening: (isListening: boolean) => void
}

export type SocketServerCounts = DeliveryCounts & {
  sockets: number
  topics: number
  watchers: number
  listening: boolean
}

export type SocketServer = {
  /** Tells everybody who may know, at any process, that a record has changed; within a tenth of a second or so. */
  announceChange: AnnounceChange
  /** Closes the sockets of a session or a person, here and in other processes; returns how many were here. */
  revokeCaller: (match: { sessionId: string } | { userId: string }) => number
  /** Closes the sockets of everybody at a tenant, here and in other processes; returns how many were here. */
  disconnectTenant: (tenantId: string) => number
  /** The same in this process alone, where every process hears of the reason by itself. */
  endTenant: (tenantId: string) => number
  counts: () => SocketServerCounts
  /** Ends all sockets in such a way that clients connect again, to whoever serves them then; at most 3 s. */
  close: () => Promise<void>
}

const SWEEP_INTERVAL_MS = 5_000
const PING_INTERVAL_MS = 10_000
const PING_TIMEOUT_MS = 10_000
const HANDSHAKE_TIMEOUT_MS = 10_000

/** Serves live status on an HTTP server: sockets, rooms, and the relay that feeds them from PostgreSQL. */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { httpServer, databaseUrl, sources, logger, observer } = options
  let closing = false
  const connections = trackUpgrades(httpServer)
  const io: LiveServer = new Server(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket', 'polling'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: HANDSHAKE_TIMEOUT_MS,
    allowRequest: (request, allow) => allow(null, !closing && isSameOrigin(request.headers)),
  })
  const metrics = createDeliveryMetrics()
  const rooms = createRooms(io, ({ events }, receivers) => metrics.note(events, receivers))
  const relay = sources.run && createRelay({ source: sources.run, audience: rooms, logger })
  const context = { rooms, relay, sources }
  const fleet = createFleetChanges(rooms)

  function revokeHere(match: Revocation): number {
    const matching = [...io.sockets.sockets.values()].filter(({ data }) => isMeant(data.caller, match))
    const reason: RevocationReason = 'tenantId' in match ? 'tenant-unavailable' : 'signed-out'
    for (const socket of matching) endSession(context, socket, reason)
    return matching.length
  }

  function onNotification(notification: Notification): void {
    if ('revoke' in notification) revokeHere(notification.revoke)
    else if ('tenant' in notification) {
      observer?.noteChanged(notification.tenant)
      fleet.note('tenants', notification.tenant)
    } else if ('rollout' in notification) fleet.note('rollouts', notification.rollout)
    else if ('drift' in notification) fleet.note('drift', notification.drift)
    else if ('changed' in notification) {
      publishChanges(context, notification.changed).catch((error: unknown) => {
        logger.warn({ err: error }, 'Changes of records could not be passed on')
      })
    } else relay?.announce(notification)
  }

  function onListening(): void {
    observer?.noteListening(true)
    rooms.publishStale()
    void relay?.sweep()
  }

  const onSilent = () => observer?.noteListening(false)
  const listener = startListener({ url: databaseUrl, onNotification, onListening, onSilent, logger })
  const sweep = setInterval(() => void relay?.sweep(), SWEEP_INTERVAL_MS).unref()

  const changes = createChangeAnnouncer((changed) => listener.announce({ changed }))

  function revoke(match: Revocation): number {
    void listener.announce({ revoke: match })
    return revokeHere(match)
  }

  io.use((socket, next) => {
    identify(options, socket.request, socket.handshake.auth).then(
      (caller) => {
        socket.data.caller = caller
        next()
      },
      (error: unknown) => {
        const { error: data } = refusalFor(error, logger)
        next(Object.assign(new Error(data.message), { data }))
      },
    )
  })
  io.on('connection', (socket) => serveSocket(context, socket, logger))

  return {
    announceChange: changes.announce,
    revokeCaller: revoke,
    disconnectTenant: (tenantId) => revoke({ tenantId }),
    endTenant: (tenantId) => revokeHere({ tenantId }),
    counts: () => ({
      ...metrics.counts(),
      ...rooms.counts(),
      sockets: io.sockets.sockets.size,
      listening: listener.isListening(),
    }),
    close: async () => {
      closing = true
      clearInterval(sweep)
      relay?.close()
      fleet.close()
      await changes.close()
      await Promise.all([listener.close(), closeSockets(io, connections)])
    },
  }
}

async function identify(
  { authenticate }: SocketServerOptions,
  request: IncomingMessage,
  auth: unknown,
): Promise<SocketCaller> {
  const given = handshakeAuth.safeParse(auth)
  if (!given.success) throw new AppError('BAD_REQUEST')
  const caller = await authenticate(request, { token: given.data.token ?? null })
  if (!caller || (!caller.identity && !caller.watchToken)) throw new AppError('UNAUTHENTICATED')
  return caller
}

function isMeant(caller: SocketCaller, match: Revocation): boolean {
  if ('sessionId' in match) return caller.identity?.sessionId === match.sessionId
  if ('userId' in match) return caller.identity?.userId === match.userId
  return caller.hostTenantId === match.tenantId || caller.identity?.tenantId === match.tenantId
}
