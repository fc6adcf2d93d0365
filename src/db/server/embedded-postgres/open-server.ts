import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, requireSameMajorVersion } from './create-cluster.ts'
import { findRunningServer } from './find-running-server.ts'
import { getFreePort } from './free-port.ts'
import { launchPostmaster } from './launch-postmaster.ts'
import { requireInstalledBinaries } from './server-binaries.ts'
import { describeFailure } from './server-log.ts'
import { createLocation, requireReachableData, requireUsableBinaries } from './server-location.ts'
import {
  createStoredServer,
  getStoredServer,
  type StoredServer,
  updateStoredServer,
} from './stored-server.ts'
import { StartupError } from './startup-error.ts'
import type { SuperuserConnection } from './superuser-client.ts'
import { type Account, requireUnprivilegedAccount } from './unprivileged-account.ts'

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
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/
/** Processes of a killed server end within moments; another server may have been faster than us. */
const DATA_IN_USE = /pre-existing shared memory block|lock file "postmaster.pid"|Is another postmaster/

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Data that exists is run by its owner, so that root and a normal user can start the same folder in turn. */
async function getAccount(pgdata: string): Promise<Account | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const owner = await stat(pgdata).catch(() => undefined)
  if (!owner || owner.uid === 0) return requireUnprivilegedAccount()
  return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid }
}

async function requireStoredServer(dataDir: string, onLog: (line: string) => void): Promise<StoredServer> {
  const stored = await getStoredServer(dataDir)
  const hasData = await exists(join(stored?.relocatedTo ?? dataDir, 'pgdata'))
  if (hasData && !stored) {
    throw new StartupError(
      `The database in ${dataDir} has lost embedded-postgres.json, which gives access to it.`,
      {
        hint: 'Restore that file from a backup, or move the data folder away to begin with an empty database.',
      },
    )
  }
  if (stored && hasData) return stored
  if (stored?.relocatedTo && !(await exists(stored.relocatedTo))) {
    throw new StartupError(`The database of ${dataDir} was in ${stored.relocatedTo}, which is gone.`, {
      hint: 'Restore it from a backup, or remove embedded-postgres.json to begin with an empty database.',
    })
  }
  const account = await getAccount(join(dataDir, 'pgdata'))
  const location = await createLocation(dataDir, { account, onLog })
  const fresh = {
    ...createStoredServer(await getFreePort()),
    ...(location === dataDir ? {} : { relocatedTo: location }),
  }
  // before the data is made: data without its passwords would be lost
  await updateStoredServer(dataDir, fresh)
  return fresh
}

/**
 * Adopts the running server of this data folder or starts it, making its data first if there is none. Must be called
 * under the start lock.
 * @param dataDir existing folder, its path without symbolic links
 * @throws StartupError
 */
export async function openServer(dataDir: string, options: OpenOptions): Promise<OpenServer> {
  let stored = await requireStoredServer(dataDir, options.onLog)
  const location = stored.relocatedTo ?? dataDir
  const pgdata = join(location, 'pgdata')
  const deadline = Date.now() + LAUNCH_TIMEOUT_MS
  let origin: OpenServer['origin'] = 'adopted'
  for (;;) {
    const running = await findRunningServer(pgdata, stored.superuserPassword)
    if (running) {
      if (running.port !== stored.port)
        await updateStoredServer(dataDir, (stored = { ...stored, port: running.port }))
      const { pid, lease } = running
      return { origin, pgdata, pid, stored, lease, leasePort: lease.socket.localPort }
    }
    const account = await getAccount(pgdata)
    const binaries = await requireUsableBinaries(await requireInstalledBinaries(), { account, dataDir })
    if (await exists(pgdata)) {
      await requireSameMajorVersion(pgdata, binaries)
      if (origin === 'adopted') origin = 'started'
      if (account) await requireReachableData(pgdata, account)
    } else {
      options.onLog('creating the database')
      const { superuserPassword: password } = stored
      await createCluster(location, { binaries, account, password, durable: options.durable })
      origin = 'created'
    }
    const port = await getFreePort(stored.port)
    if (port !== stored.port) {
      options.onLog(`port ${stored.port} is taken: the database moves to port ${port}`)
      await updateStoredServer(dataDir, (stored = { ...stored, port }))
    }
    const { durable, settings } = options
    const launched = await launchPostmaster(pgdata, { dataDir, binaries, account, port, durable, settings })
    if ('pid' in launched) continue
    const isWorthRetry = PORT_TAKEN.test(launched.log) || DATA_IN_USE.test(launched.log)
    if (!isWorthRetry || Date.now() > deadline) {
      throw describeFailure(launched.log, { task: 'The database could not be started', folder: pgdata })
    }
    await sleep(RETRY_MS)
  }
}
