import type { Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { SOCKET_PATH } from '../protocol.ts'
import type { LiveServer } from './rooms.ts'

const POLITE_MS = 1_500
const POLL_MS = 20

/** The connections under WebSockets, which an HTTP server forgets when it hands them over. */
export function trackUpgrades(httpServer: HttpServer): ReadonlySet<Duplex> {
  const open = new Set<Duplex>()
  httpServer.on('upgrade', (request, connection: Duplex) => {
    if (!request.url?.startsWith(SOCKET_PATH)) return
    open.add(connection)
    connection.once('close', () => open.delete(connection))
  })
  return open
}

/**
 * Ends the transports under all sockets. Clients take that for a lost connection and connect again, while a
 * socket.io disconnect would tell them to stay away. What has not closed after 1.5 s is cut off. The HTTP
 * server stays open: it belongs to whoever made it.
 */
export async function closeSockets(io: LiveServer, connections: ReadonlySet<Duplex>): Promise<void> {
  io.engine.close()
  const deadline = performance.now() + POLITE_MS
  while (connections.size > 0 && performance.now() < deadline) await sleep(POLL_MS)
  for (const connection of connections) connection.destroy()
}
