import { spawn } from 'node:child_process'
import { childEnvironment } from '#src/env.ts'
import { projectRoot } from '../project-root.ts'
import type { TestServer } from './test-server.ts'

/** Longest a worker may take to start and to reach its step, in milliseconds, on however busy a machine. */
const PATIENCE_MS = 120_000

/**
 * Runs a worker process that kills itself at a step, until it has done so.
 * @throws Error with what the worker has said when it ends in another way or never gets to the step
 */
export async function runUntilKilled(
  { url }: Pick<TestServer, 'url'>,
  { step, dataDir, poolSize = 0 }: { step: string; dataDir: string; poolSize?: number },
): Promise<void> {
  const child = spawn(process.execPath, ['src/server/worker.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({
      DATABASE_URL: url,
      BERTH_DATA_DIR: dataDir,
      BERTH_FAULT: `${step}:kill`,
      BERTH_POOL_SIZE: String(poolSize),
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
    }),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  // A signal that tells the end of patience from the one the worker sends itself.
  const timer = setTimeout(() => child.kill('SIGABRT'), PATIENCE_MS)
  try {
    const end = await new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(signal ?? code))
    })
    if (end !== 'SIGKILL') throw new Error(`The worker ended with ${end}, and not at ${step}:\n${output}`)
  } finally {
    clearTimeout(timer)
  }
}
