import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'

/** A Redis of its own for a test. */
export type TestRedis = {
  url: string
  /** ends it as a power cut would */
  kill: () => Promise<void>
  /** starts it again at the same place, empty */
  start: () => Promise<void>
}

/** True where the program is installed; tests say so where it is not. */
export const hasRedis = canRun('redis-server')

/** Starts Redis on a free port. It keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort()
  let child: ChildProcess | undefined
  async function start(): Promise<void> {
    const started = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      started.once('exit', () => reject(new Error('redis-server ended at its start.')))
      started.stdout.on('data', (chunk: Buffer) => {
        if (chunk.includes('Ready to accept')) resolve()
      })
    })
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
