import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getPostmaster, stopPostmaster } from './postmaster.ts'
import { getProgramEnvironment } from './run-program.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { getFailureLog, getLogSizes } from './server-log.ts'
import { getServerArguments, type SettingsOptions } from './server-settings.ts'
import type { Account } from './unprivileged-account.ts'

const POLL_MS = 10
/**
 * Recovery after a crash may have to replay the whole write-ahead log and to write the files of thousands of tenants. Cut
 * short, the next start would have to begin it anew, and so on for ever.
 */
const READY_TIMEOUT_MS = 1_800_000

export type LaunchOptions = SettingsOptions & {
  dataDir: string
  binaries: ServerBinaries
  account: Account | undefined
}

/**
 * Starts the server process and waits until it accepts connections. It gets a process group of its own: Ctrl-C in the
 * terminal reaches us alone, and we end it when our work is done; and it outlives us if we are killed.
 * @returns the process id, or what the server said before it gave up
 */
export async function launchPostmaster(
  pgdata: string,
  options: LaunchOptions,
): Promise<{ pid: number } | { log: string }> {
  const { account } = options
  const startupLog = join(options.dataDir, 'postgres-start.log')
  const before = await getLogSizes(pgdata)
  const output = await open(startupLog, 'w', 0o600)
  const child = spawn(options.binaries.postgres, getServerArguments(pgdata, options), {
    ...getProgramEnvironment(),
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    cwd: pgdata,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `postgres ended with ${code ?? signal}`))
  const deadline = Date.now() + READY_TIMEOUT_MS
  try {
    while (ended === undefined) {
      const found = await getPostmaster(pgdata)
      if (child.pid !== undefined && found?.pid === child.pid && found.isReady) return { pid: child.pid }
      if (Date.now() > deadline && child.pid !== undefined) {
        await stopPostmaster(child.pid, pgdata)
        return { log: `FATAL: not ready after ${READY_TIMEOUT_MS / 1000} s` }
      }
      await sleep(POLL_MS)
    }
    return { log: `${await getFailureLog(pgdata, { startupLog, before })}\n${ended}` }
  } finally {
    child.unref()
    await output.close()
  }
}
