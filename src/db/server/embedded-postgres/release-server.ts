import { setTimeout as sleep } from 'node:timers/promises'
import { getPostmaster, isPostmasterAlive, stopPostmaster } from './postmaster.ts'
import type { OpenServer } from './open-server.ts'
import type { trackOwnConnections } from './own-connections.ts'
import { requestStartLock } from './start-lock.ts'
import { connectSuperuser, LEASE_NAME } from './superuser-client.ts'

const LOCK_WAIT_MS = 5_000
/** The server takes a moment to notice that a process has ended. */
const DEPARTURE_MS = 500
const POLL_MS = 25

export type ReleaseOptions = {
  dataDir: string
  server: OpenServer
  ownConnections: ReturnType<typeof trackOwnConnections>
  onLog: (line: string) => void
}

/** Clients besides us: connections of other processes, and leases of others in this process. */
async function countOtherClients(port: number, options: ReleaseOptions): Promise<number> {
  const { server, ownConnections } = options
  const { client } = await connectSuperuser({ port, password: server.stored.superuserPassword })
  const deadline = Date.now() + DEPARTURE_MS
  try {
    for (;;) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid() and client_port <> $1
           and (application_name = $2 or client_port <> all ($3))`,
        [server.leasePort ?? 0, LEASE_NAME, ownConnections.listLocalPorts(port)],
      )
      const count = rows[0]?.count ?? 0
      if (count === 0 || Date.now() > deadline) return count
      await sleep(POLL_MS)
    }
  } finally {
    void client.end().catch(() => undefined)
  }
}

async function stopUnlessUsed(options: ReleaseOptions): Promise<void> {
  const { server, onLog } = options
  const { pgdata } = server
  const current = await getPostmaster(pgdata)
  const pid = current?.pid ?? server.pid
  if (!(await isPostmasterAlive(pid, pgdata))) return
  const port = current?.port ?? server.stored.port
  const others = await countOtherClients(port, options).catch(() => undefined)
  if (others === undefined && server.origin === 'adopted') return
  if (others) {
    onLog(`the database keeps running: ${others} connections of other processes`)
    return
  }
  await stopPostmaster(pid, pgdata)
}

/** Makes the function that ends our use of the server, see EmbeddedPostgres. It never throws. */
export function createRelease(options: ReleaseOptions): () => Promise<void> {
  async function release(): Promise<void> {
    void options.server.lease.client.end().catch(() => undefined)
    let unlock: (() => Promise<void>) | undefined
    try {
      unlock = await requestStartLock(options.dataDir, LOCK_WAIT_MS)
      // somebody is starting right now, and will use the server
      if (!unlock) return
    } catch {
      // the folder is gone or full; the server must still end
    }
    try {
      await stopUnlessUsed(options)
    } finally {
      options.ownConnections.stop()
      await unlock?.()
    }
  }
  let released: Promise<void> | undefined
  return () => (released ??= release())
}
