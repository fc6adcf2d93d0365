import { spawn } from 'node:child_process'
import { childEnvironment } from '#src/env.ts'
import { projectRoot } from '../../project-root.ts'

/** How a process ended: its exit code, or the signal that ended it. */
export type ProcessEnd = number | NodeJS.Signals

export type NodeProcess = {
  pid: number
  /** what it has written so far */
  output: () => string
  gone: Promise<ProcessEnd>
  /** sends a signal and goes on */
  send: (signal: NodeJS.Signals) => void
  /** sends a signal and waits until it is gone */
  end: (signal?: NodeJS.Signals) => Promise<ProcessEnd>
}

type Environment = Record<string, string>

const WEB = 'src/server/testing/web-node.ts'
const WORKER = 'src/server/worker.ts'
/** Loading all of the code takes seconds where several do it at once. */
const START_MS = 180_000
const LOOK_EVERY_MS = 50

/** Starts a web process without pages, and waits until it is ready. @throws Error with its output when it ends first */
export async function startWebNode(port: number, environment: Environment): Promise<NodeProcess> {
  const child = launch(WEB, { ...environment, PORT: String(port), BERTH_WORKER: 'off' })
  await waitUntil(child, () =>
    fetch(`http://127.0.0.1:${port}/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return child
}

/** Starts a process that takes jobs, and waits until it does. @throws Error with its output when it ends first */
export async function startWorkerNode(environment: Environment): Promise<NodeProcess> {
  const child = launch(WORKER, { ...environment, LOG_LEVEL: 'info' })
  await waitUntil(child, async () => child.output().includes('"taking jobs"'))
  return child
}

/** Starts a worker that is not expected to get far. */
export function launchWorker(environment: Environment): NodeProcess {
  return launch(WORKER, environment)
}

function launch(file: string, environment: Environment): NodeProcess {
  const child = spawn(process.execPath, [file], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({ NODE_ENV: 'test', LOG_LEVEL: 'warn', BERTH_POOL_SIZE: '0', ...environment }),
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const gone = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code ?? 0))
  })
  const send = (signal: NodeJS.Signals) => void child.kill(signal)
  return {
    pid: child.pid ?? 0,
    output: () => output,
    gone,
    send,
    end: (signal = 'SIGTERM') => {
      send(signal)
      return gone
    },
  }
}

async function waitUntil(child: NodeProcess, isReady: () => Promise<boolean>): Promise<void> {
  let end: ProcessEnd | undefined
  void child.gone.then((how) => (end = how))
  const giveUpAt = Date.now() + START_MS
  while (!(await isReady())) {
    if (end !== undefined) throw new Error(`The process ended (${end}):\n${child.output()}`)
    if (Date.now() > giveUpAt) {
      await child.end('SIGKILL')
      throw new Error(`The process did not start:\n${child.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
