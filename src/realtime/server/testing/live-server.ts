import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Identity } from '#src/auth/identity.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { newId } from '#src/shared/ids.ts'
import { createLiveClient, type LiveClient } from '../../live-client.ts'
import { createLiveSocket, type LiveSocket } from '../../live-socket.ts'
import type { StoredEvent } from '../../protocol.ts'
import type { Topic } from '../../topic.ts'
import type { LiveError, LiveStatus } from '../../topic-watch.ts'
import { createSocketServer, type SocketServer } from '../socket-server.ts'
import type { SocketCaller, TopicSources } from '../topic-source.ts'

/** People are whoever the header says; anybody may bring a token. */
export const IDENTITY_HEADER = 'x-test-identity'

export type LiveServer = { port: number; url: string; realtime: SocketServer; stop: () => Promise<void> }

export type LiveServerOptions = {
  databaseUrl: string
  sources: TopicSources
  port?: number
  authenticate?: (caller: SocketCaller) => Promise<SocketCaller | null>
}

/** A socket server on a port of its own, or on the one another server had before. */
export async function startLiveServer(options: LiveServerOptions): Promise<LiveServer> {
  const { databaseUrl, sources, port = 0, authenticate = async (caller) => caller } = options
  const httpServer = createServer((_, response) => response.writeHead(404).end('page'))
  const realtime = createSocketServer({
    httpServer,
    databaseUrl,
    sources,
    logger: createLogger({ level: 'silent' }),
    authenticate: async (request, { token }) => {
      const header = request.headers[IDENTITY_HEADER]
      const identity = typeof header === 'string' ? (JSON.parse(header) as Identity) : null
      return authenticate({ identity, hostTenantId: identity?.tenantId ?? null, watchToken: token, ip: null })
    },
  })
  const listening = await listen(httpServer, port)
  return {
    port: listening,
    url: `http://127.0.0.1:${listening}`,
    realtime,
    stop: async () => {
      await realtime.close()
      httpServer.closeAllConnections()
      await new Promise((resolve) => httpServer.close(resolve))
    },
  }
}

async function listen(httpServer: HttpServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject)
    httpServer.listen(port, '127.0.0.1', resolve)
  })
  return (httpServer.address() as AddressInfo).port
}

/** Somebody of a tenant, or of the platform without one. */
export function somebody(tenantId: string | null): Identity {
  const role = tenantId === null ? 'platform_admin' : 'owner'
  const person = { userId: newId(), tenantId, email: 'a@example.test', fullName: 'A', role } as const
  return { ...person, credential: 'web', sessionId: newId(), scopes: null }
}

/** A browser's page: one live client, and what one listener saw. */
export type Page = {
  client: LiveClient
  socket: LiveSocket
  /** numbers of the events as they came over the wire, before the client sorted them out */
  wire: number[]
  /** how often the client asked to watch */
  questions: () => number
  follow: (topic: Topic, token?: string) => Followed
}
export type Followed = {
  snapshots: unknown[]
  seqs: number[]
  /** the same by whose they are */
  seqsByTenant: Map<string, number[]>
  statuses: LiveStatus[]
  error: () => LiveError | null
  stop: () => void
}

export function openPage(url: string, identity: Identity | null = null): Page {
  let opened: LiveSocket | undefined
  const headers = identity ? { [IDENTITY_HEADER]: JSON.stringify(identity) } : {}
  const client = createLiveClient((token) => {
    opened = createLiveSocket({ url, token, headers })
    return opened
  })
  if (!opened) throw new Error('A client creates its socket at once.')
  const wire: number[] = []
  let questions = 0
  opened.on('events', ({ events }) => void wire.push(...events.map(({ seq }) => seq)))
  opened.onAnyOutgoing((name: string) => {
    if (name === 'watch') questions += 1
  })
  return {
    client,
    socket: opened,
    wire,
    questions: () => questions,
    follow: (topic, token) => follow(client, topic, token),
  }
}

function follow(client: LiveClient, topic: Topic, token: string | undefined): Followed {
  const snapshots: unknown[] = []
  const seqs: number[] = []
  const seqsByTenant = new Map<string, number[]>()
  const statuses: LiveStatus[] = []
  let last: LiveError | null = null
  const stop = client.watch(
    { topic, token },
    {
      onSnapshot: (snapshot) => void snapshots.push(snapshot),
      onEvents: (events: readonly StoredEvent[]) => {
        for (const { seq, tenantId } of events) {
          seqs.push(seq)
          seqsByTenant.set(tenantId, [...(seqsByTenant.get(tenantId) ?? []), seq])
        }
      },
      onStatus: (status, error) => {
        if (statuses.at(-1) !== status) statuses.push(status)
        last = error
      },
    },
  )
  return { snapshots, seqs, seqsByTenant, statuses, error: () => last, stop }
}
