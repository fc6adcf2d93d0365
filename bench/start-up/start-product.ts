import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childEnvironment } from '#src/env.ts'
import { projectRoot } from '#src/server/project-root.ts'

const POLL_MS = 20
/** The first start builds the pages, and a crash may have left thousands of files to look after. */
const PATIENCE_MS = 900_000

export type StartedProduct = {
  /** from the command to the first `/health` that says 200 */
  seconds: number
  stop: () => Promise<void>
  /** kills the product and its database, and leaves the data as they were just then */
  crash: () => Promise<void>
}

/** `npm start` on a data folder, as a group of processes of its own. @throws Error when it ends or never gets healthy */
export async function startProduct(dataDir: string): Promise<StartedProduct> {
  const port = await getFreePort()
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: projectRoot,
    detached: true,
    stdio: 'ignore',
    env: childEnvironment({ BERTH_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' }),
  })
  while ((await askHealth(port)) !== 200) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`)
    if (performance.now() - startedAt > PATIENCE_MS) {
      await killGroup(child)
      throw new Error('npm start did not get healthy.')
    }
    await sleep(POLL_MS)
  }
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    stop: async () => {
      const ended = once(child, 'exit')
      process.kill(await findServer(child.pid ?? 0), 'SIGTERM')
      await ended
    },
    crash: async () => {
      const pidFile = await readFile(join(dataDir, 'pgdata', 'postmaster.pid'), 'utf8')
      await killGroup(child)
      process.kill(Number(pidFile.split('\n', 1)[0]), 'SIGQUIT')
      await sleep(2_000)
    },
  }
}

async function killGroup(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** The server below npm and its shell (Linux): told along with them, it would take that for a second signal and just end. */
async function findServer(pid: number): Promise<number> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8')
  if (commandLine.split('\0')[1] === 'src/server/start.ts') return pid
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const child = Number(children.trim().split(' ', 1)[0])
  if (!(child > 0)) throw new Error('The server that npm has started was not found.')
  return findServer(child)
}

async function getFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The status, or nothing while nobody answers. */
function askHealth(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const req = request({ host: '127.0.0.1', port, path: '/health' }, (res) => {
      res.resume()
      res.once('end', () => resolve(res.statusCode))
    })
    req.once('error', () => resolve(undefined))
    req.end()
  })
}
