import { io, type Socket } from 'socket.io-client'

/**
 * What a socket is opened with.
 * @property token given in the handshake, as visitors give theirs
 * @property ofOwnPage says, as browsers do, that a page of the host itself opens it: cookies count there alone
 */
export type SocketCredentials = { bearer?: string; cookie?: string; token?: string; ofOwnPage?: boolean }

/**
 * Opens a web socket to a workspace, or to the apex with null, and does not reconnect.
 * @throws Error when the server refuses it
 */
export async function openSocket(
  { port, subdomain }: { port: number; subdomain: string | null },
  { bearer, cookie, token, ofOwnPage }: SocketCredentials,
): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    ...(token ? { auth: { token } } : {}),
    extraHeaders: {
      host: `${subdomain === null ? '' : `${subdomain}.`}berth.localhost:${port}`,
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...(ofOwnPage ? { 'sec-fetch-site': 'same-origin' } : {}),
    },
  })
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return socket
  } catch (error) {
    socket.disconnect()
    throw error
  }
}

/** Resolves when the server, or the network, has closed the socket. To be called before that may happen. */
export function closingOf(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('disconnect', resolve))
}
