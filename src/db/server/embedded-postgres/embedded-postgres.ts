import { mkdir, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { APPLICATION_NAME, bootstrapApplication } from './bootstrap-application.ts'
import { type OpenOptions, type OpenServer, openServer } from './open-server.ts'
import { trackOwnConnections } from './own-connections.ts'
import { stopPostmaster } from './postmaster.ts'
import { createRelease } from './release-server.ts'
import { describeFailure } from './server-log.ts'
import { requestStartLock } from './start-lock.ts'
import { StartupError } from './startup-error.ts'
import { superviseServer } from './supervise-server.ts'

export type EmbeddedPostgres = {
  /** connection string of the application's role `berth`: owner of the database `berth`, no superuser */
  url: string
  /** connection string of the superuser on the same server (database postgres): for tests and diagnosis only */
  superuserUrl: string
  /** 'created' at the first start, 'started' on existing data, 'adopted' when the server was already running */
  origin: 'created' | 'started' | 'adopted'
  /** Stops the server (at most 10 s fast, then immediate) unless other processes are connected to it; idempotent. */
  release: () => Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  /** gets a line about each notable step, never a secret; the server's own log is in pgdata/log */
  onLog?: (line: string) => void
  /** server settings over the defaults; address and port stay ours */
  settings?: Record<string, string>
  /** false for tests: nothing is forced to disk. Default true */
  durable?: boolean
  /** When given, a server that ends by itself is started again, on the same port; gets a line each time. */
  onRestart?: (line: string) => void
}

const LOCK_WAIT_MS = 150_000
const RESTART_LOCK_WAIT_MS = 10_000

async function createDataDir(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  return realpath(path)
}

function getUrl(options: { user: string; password: string; port: number; database: string }): string {
  // sslmode: the machine may have PGSSLMODE set for other servers
  return `postgresql://${options.user}:${options.password}@127.0.0.1:${options.port}/${options.database}?sslmode=disable`
}

/** A server that we started and cannot use must not stay behind. */
async function bootstrapOrStop(server: OpenServer): Promise<void> {
  try {
    await bootstrapApplication(server.lease.client, server.stored.applicationPassword)
    server.lease.socket.unref()
  } catch (error) {
    server.lease.socket.destroy()
    if (server.origin !== 'adopted') await stopPostmaster(server.pid, server.pgdata)
    throw error
  }
}

/** @throws Error when another process has kept the lock, StartupError when the server cannot be started */
async function reopen(dataDir: string, options: OpenOptions): Promise<OpenServer> {
  const unlock = await requestStartLock(dataDir, RESTART_LOCK_WAIT_MS)
  if (!unlock) throw new Error('another process is starting it')
  try {
    const server = await openServer(dataDir, options)
    server.lease.socket.unref()
    return server
  } finally {
    await unlock()
  }
}

async function startInFolder(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onLog = options.onLog ?? (() => undefined)
  const unlock = await requestStartLock(dataDir, LOCK_WAIT_MS)
  if (!unlock) {
    throw new StartupError(`Another process has been starting the database in ${dataDir} for minutes.`, {
      hint: 'Look for a second Berth on this machine and end it, then start again.',
    })
  }
  const ownConnections = trackOwnConnections()
  try {
    const { durable = true, settings = {}, onRestart: onEvent } = options
    const openOptions = { durable, settings, onLog }
    const server = await openServer(dataDir, openOptions)
    const giveBack = createRelease({ dataDir, server, ownConnections, onLog })
    const { port, superuserPassword, applicationPassword } = server.stored
    await bootstrapOrStop(server)
    const endSupervision =
      onEvent && superviseServer({ server, reopen: () => reopen(dataDir, openOptions), onEvent })
    onLog(`the database ${server.origin === 'adopted' ? 'was running already' : 'runs'} on port ${port}`)
    const [user, database] = [APPLICATION_NAME, APPLICATION_NAME]
    return {
      url: getUrl({ user, password: applicationPassword, port, database }),
      superuserUrl: getUrl({ user: 'postgres', password: superuserPassword, port, database: 'postgres' }),
      origin: server.origin,
      release: async () => {
        await endSupervision?.()
        await giveBack()
      },
    }
  } catch (error) {
    ownConnections.stop()
    throw error
  } finally {
    await unlock()
  }
}

/**
 * Starts the PostgreSQL server that npm brought, or joins the one that already runs on the same folder. The server is
 * a process of its own: if we are killed it goes on, and the next start adopts it.
 * @throws StartupError one sentence and a hint, when there is no server for this machine, no space, no access
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const path = resolve(options.dataDir)
  try {
    return await startInFolder(await createDataDir(path), options)
  } catch (error) {
    if (error instanceof StartupError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw describeFailure(reason, {
      task: 'The embedded database could not be started',
      folder: path,
      cause: error,
    })
  }
}
