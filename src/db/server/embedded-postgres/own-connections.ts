import diagnosticsChannel from 'node:diagnostics_channel'
import { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

/**
 * Watches the TCP connections that this process opens from now on, to tell them from those of other processes in
 * pg_stat_activity.
 */
export function trackOwnConnections() {
  const sockets = new Set<Socket>()
  function add(message: unknown) {
    const socket = (message as { socket?: unknown }).socket
    if (!(socket instanceof Socket)) return
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  diagnosticsChannel.subscribe(CHANNEL, add)
  return {
    /** Local port numbers of the open connections to the given port. */
    listLocalPorts(remotePort: number): number[] {
      return [...sockets].flatMap((socket) =>
        socket.remotePort === remotePort && socket.localPort !== undefined ? [socket.localPort] : [],
      )
    },
    stop() {
      diagnosticsChannel.unsubscribe(CHANNEL, add)
      sockets.clear()
    },
  }
}
