import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, requireSameMajorVersion } from './create-cluster.ts'
import { getDataAccount } from './data-account.ts'
import { findRunningServer } from './find-running-server.ts'
import { getFreePort } from './free-port.ts'
import { launchPostmaster } from './launch-postmaster.ts'
import { pathExists } from './path-exists.ts'
import { requireStoredServer } from './require-stored-server.ts'
import { requireInstalledBinaries } from './server-binaries.ts'
import { requireReachableData, requireUsableBinaries } from './server-location.ts'
import { describeFailure } from './server-log.ts'
import { type StoredServer, updateStoredServer } from './stored-server.ts'
import type { SuperuserConnection } from './superuser-client.ts'

export type OpenServer = {
  origin: 'created' | 'started' | 'adopted'
  pgdata: string
  pid: number
  stored: StoredServer
  /** superuser connection that shows other processes that the server is in use */
  lease: SuperuserConnection
  /** our end of the lease */
  leasePort: number | undefined
}

export type OpenOptions = {
  durable: boolean
  settings: Record<string, string>
  onLog: (line: string) => void
}

const LAUNCH_TIMEOUT_MS = 30_000
const RETRY_MS = 200
/** What the server says when another program was faster at taking the port. */
export const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/
/** Processes of a killed server end within moments; another server may have been faster than us. */
const DATA_IN_USE = /pre-existing shared memory block|lock file "postmaster.pid"|Is another postmaster/

async function storePort(dataDir: string, stored: StoredServer, port: number): Promise<StoredServer> {
  if (port === stored.port) return stored
  const moved = { ...stored, port }
  await updateStoredServer(dataDir, moved)
  return moved
}

/**
 * Starts the server, making its data first if there is none.
 * @returns the log of the failure when another try may succeed
 * @throws StartupError when it may not
 */
async function launch(
  dataDir: string,
  options: OpenOptions & { stored: StoredServer; location: string; pgdata: string },
): Promise<{ isCreated: boolean; transientFailure?: string }> {
  const { stored, location, pgdata, durable, settings } = options
  const account = await getDataAccount(dataDir, pgdata)
  const binaries = await requireUsableBinaries(await requireInstalledBinaries(), { account, dataDir })
  const isCreated = !(await pathExists(pgdata))
  if (isCreated) {
    options.onLog('creating the database')
    await createCluster(location, { binaries, account, password: stored.superuserPassword, durable })
  } else {
    await requireSameMajorVersion(pgdata, binaries)
    if (account) await requireReachableData(pgdata, account)
  }
  const { port } = stored
  const launched = await launchPostmaster(pgdata, { dataDir, binaries, account, port, durable, settings })
  if ('pid' in launched) return { isCreated }
  if (PORT_TAKEN.test(launched.log) || DATA_IN_USE.test(launched.log)) {
    return { isCreated, transientFailure: launched.log }
  }
  throw describeFailure(launched.log, { task: 'The database could not be started', folder: pgdata })
}

/**
 * Adopts the running server of this data folder or starts it. Must be called under the start lock.
 * @param dataDir existing folder, its path without symbolic links
 * @throws StartupError
 */
export async function openServer(dataDir: string, options: OpenOptions): Promise<OpenServer> {
  let stored = await requireStoredServer(dataDir, options.onLog)
  const location = stored.relocatedTo ?? dataDir
  const pgdata = join(location, 'pgdata')
  const deadline = Date.now() + LAUNCH_TIMEOUT_MS
  let isCreated = false
  let isLaunched = false
  let lastFailure = ''
  for (;;) {
    const running = await findRunningServer(pgdata, stored.superuserPassword)
    if (running) {
      const { pid, lease } = running
      stored = await storePort(dataDir, stored, running.port)
      const origin = isCreated ? 'created' : isLaunched ? 'started' : 'adopted'
      return { origin, pgdata, pid, stored, lease, leasePort: lease.socket.localPort }
    }
    if (lastFailure && Date.now() > deadline) {
      throw describeFailure(lastFailure, { task: 'The database could not be started', folder: pgdata })
    }
    const port = await getFreePort(stored.port)
    if (port !== stored.port) options.onLog(`port ${stored.port} is taken: the database moves to ${port}`)
    stored = await storePort(dataDir, stored, port)
    const attempt = await launch(dataDir, { ...options, stored, location, pgdata })
    isCreated ||= attempt.isCreated
    isLaunched = attempt.transientFailure === undefined
    lastFailure = attempt.transientFailure ?? 'FATAL: the server ended as soon as it was ready'
    if (!isLaunched) await sleep(RETRY_MS)
  }
}
