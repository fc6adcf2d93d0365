import type { LiveClient, WatchRequest } from '../live-client.ts'
import type { TopicListener } from '../topic-watch.ts'

const RETRY_MS = 2_000

let client: Promise<LiveClient> | undefined
let loaded: LiveClient | undefined

/** The page's one client. Its code and the socket library are no part of the first load. */
async function loadClient(): Promise<LiveClient> {
  client ??= Promise.all([import('../live-client.ts'), import('../live-socket.ts')]).then(
    ([{ createLiveClient }, { createLiveSocket }]) =>
      createLiveClient((token) => createLiveSocket({ token })),
  )
  loaded = await client
  return loaded
}

/** The socket of this page, for calls to name: the server does not tell it of what they change. */
export function liveSocketId(): string | undefined {
  return loaded?.socketId()
}

/** Follows a topic over the page's socket until the returned function is called. */
export function watchLive(request: WatchRequest, listener: TopicListener): () => void {
  let unwatch: (() => void) | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function begin(): void {
    loadClient().then(
      (live) => {
        if (!stopped) unwatch = live.watch(request, listener)
      },
      () => {
        // The network was away while the code was fetched.
        client = undefined
        if (stopped) return
        listener.onStatus('reconnecting', null)
        retry = setTimeout(begin, RETRY_MS)
      },
    )
  }

  begin()
  return () => {
    stopped = true
    clearTimeout(retry)
    unwatch?.()
  }
}
