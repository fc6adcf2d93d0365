import type { Server } from 'node:http'

/** Longest an answer that is under way is waited for, in milliseconds. */
const ANSWER_MS = 5_000
/** How often connections are looked at whose last answer may have gone out, in milliseconds. */
const IDLE_CHECK_MS = 50

/**
 * Ends a web server so that nobody loses an answer: no new connections, sockets go elsewhere, and what is under way
 * is finished. What has not ended after 5 s is cut off.
 */
export async function closeWeb(http: Server, closeSockets: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  const idle = setInterval(() => http.closeIdleConnections(), IDLE_CHECK_MS)
  const patience = setTimeout(() => http.closeAllConnections(), ANSWER_MS)
  await Promise.all([closed, closeSockets()])
  clearInterval(idle)
  clearTimeout(patience)
}
