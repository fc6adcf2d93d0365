import { io, type Socket } from 'socket.io-client'
import { SOCKET_PATH, type ClientToServerEvents, type ServerToClientEvents } from './protocol.ts'

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/**
 * A socket that is not connected yet and, once it is, tries for ever to stay so. A restart of the server shows
 * within a second, while a long outage is met with one try every three seconds.
 * @param url origin of the server; undefined for the one the page came from
 */
export function createLiveSocket(options: {
  url?: string
  token: () => string | undefined
  headers?: Record<string, string>
}): LiveSocket {
  const { url, token, headers } = options
  const settings = {
    path: SOCKET_PATH,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 3_000,
    timeout: 5_000,
    auth: (send: (auth: { token: string | undefined }) => void) => send({ token: token() }),
    ...(headers ? { extraHeaders: headers } : {}),
  }
  return url === undefined ? io(settings) : io(url, settings)
}
