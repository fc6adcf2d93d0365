import { setTimeout as sleep } from 'node:timers/promises'
import type { OpenServer } from './open-server.ts'

export type Supervision = {
  /** what is known of the server; brought up to date in place each time it is opened again */
  server: OpenServer
  /** adopts the server or starts it, as at the first time */
  reopen: () => Promise<OpenServer>
  /** gets a line whenever the server was lost, could not be started, or is back */
  onEvent: (line: string) => void
}

const MIN_DELAY_MS = 100
const MAX_DELAY_MS = 5_000

/**
 * Opens the server again whenever it ends without our doing. Its own processes recover from most failures by
 * themselves; this is for the end of all of them, such as a kill by the system when memory runs out.
 * @returns the function that ends the supervision, before the server is given back
 */
export function superviseServer({ server, reopen, onEvent }: Supervision): () => Promise<void> {
  const closing = new AbortController()
  const { signal } = closing
  const isClosing = () => signal.aborted

  async function reopenUntilDone(): Promise<void> {
    for (let delay = MIN_DELAY_MS; !isClosing(); delay = Math.min(delay * 2, MAX_DELAY_MS)) {
      try {
        Object.assign(server, await reopen())
        onEvent(`the database is back on port ${server.stored.port}`)
        return
      } catch (error) {
        onEvent(`the database could not be started again: ${String(error)}`)
        await sleep(delay, undefined, { signal, ref: false }).catch(() => undefined)
      }
    }
  }

  async function superviseForever(): Promise<void> {
    while (!isClosing()) {
      await untilLost(server, signal)
      if (isClosing()) return
      onEvent('the database has ended by itself; starting it again')
      await reopenUntilDone()
    }
  }

  const finished = superviseForever()
  return async () => {
    closing.abort()
    await finished
  }
}

/** The lease is held as long as the server lives. */
function untilLost({ lease }: OpenServer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    lease.client.once('end', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
