/** Names the socket of the page that makes a call: it is not told of what the call changes. */
export const LIVE_SOCKET_HEADER = 'x-live-socket'
