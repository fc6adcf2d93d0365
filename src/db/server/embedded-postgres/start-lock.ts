import { randomBytes } from 'node:crypto'
import { readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 1_000
/** A holder that is silent this long is gone, even if its process number lives on in another program. */
const SILENCE_MS = 10_000
const POLL_MS = 25

async function createFile(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // on a full disk the file is made and stays empty
    await unlink(path).catch(() => undefined)
    throw error
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    if (Date.now() - mtimeMs > SILENCE_MS) return true
    const pid = Number(content.split(' ')[0])
    if (!pid) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Removes a dead holder's file; a second file makes sure that two waiting processes don't remove each other's lock. */
async function removeStale(path: string): Promise<void> {
  const guard = `${path}.takeover`
  if (!(await createFile(guard, `${process.pid} `))) {
    if (await isStale(guard)) await unlink(guard).catch(() => undefined)
    return
  }
  try {
    if (await isStale(path)) await unlink(path)
  } finally {
    await unlink(guard).catch(() => undefined)
  }
}

/**
 * Lets one process at a time start or stop the server of a data folder. Losing the lock to a wrong takeover is harmless:
 * PostgreSQL itself never runs twice on the same data.
 * @param waitMs how long to wait for another holder
 * @returns the function that gives the lock back, or undefined when the other holder kept it
 */
export async function requestStartLock(
  dataDir: string,
  waitMs: number,
): Promise<(() => Promise<void>) | undefined> {
  const path = join(dataDir, 'start.lock')
  const content = `${process.pid} ${randomBytes(8).toString('hex')}`
  const deadline = Date.now() + waitMs
  while (!(await createFile(path, content))) {
    if (await isStale(path)) await removeStale(path)
    else if (Date.now() > deadline) return undefined
    else await sleep(POLL_MS)
  }
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return async () => {
    clearInterval(heartbeat)
    const holder = await readFile(path, 'utf8').catch(() => undefined)
    if (holder === content) await unlink(path).catch(() => undefined)
  }
}
