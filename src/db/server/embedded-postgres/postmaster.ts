import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server process as its lock file `postmaster.pid` describes it; the process itself may be long gone. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

const POLL_MS = 10
const FAST_SHUTDOWN_MS = 10_000
const IMMEDIATE_SHUTDOWN_MS = 5_000

/** Lines of postmaster.pid: pid, data directory, start time, port, socket folder, address, memory key, status. */
export async function getPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const content = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = content.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

async function getCommandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  }
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', String(pid)], (error, stdout) =>
      resolve(error ? undefined : stdout),
    )
  })
}

/**
 * What stands behind a process number: a living server of exactly this data, nothing, or something else: another
 * program that got the number after a crash or in a new container, or a zombie that nobody reaps.
 */
export async function getProcessOwner(pid: number, pgdata: string): Promise<'server' | 'other' | 'nobody'> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // a process that we may not signal is another user's: the server runs as ourselves, or we are root
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'other' : 'nobody'
  }
  if (process.platform === 'win32') return 'server'
  const commandLine = (await getCommandLine(pid)) ?? ''
  return commandLine.includes('postgres') && commandLine.includes(pgdata) ? 'server' : 'other'
}

export async function isPostmasterAlive(pid: number, pgdata: string): Promise<boolean> {
  return (await getProcessOwner(pid, pgdata)) === 'server'
}

async function waitUntilGone(pid: number, options: { pgdata: string; timeoutMs: number }): Promise<boolean> {
  const deadline = Date.now() + options.timeoutMs
  while (await isPostmasterAlive(pid, options.pgdata)) {
    if (Date.now() > deadline) return false
    await sleep(POLL_MS)
  }
  return true
}

/**
 * Ends the server: fast shutdown (clients are disconnected, data is checkpointed), after 10 s the immediate one
 * (the next start recovers from the log). Returns after at most 15 s, whatever the server does.
 */
export async function stopPostmaster(pid: number, pgdata: string): Promise<void> {
  const steps: [signal: NodeJS.Signals, timeoutMs: number][] = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
  ]
  for (const [signal, timeoutMs] of steps) {
    if (!(await isPostmasterAlive(pid, pgdata))) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitUntilGone(pid, { pgdata, timeoutMs })) return
  }
}
