import { spawn } from 'node:child_process'
import { childEnvironment } from '#src/env.ts'
import { projectRoot } from '../project-root.ts'
import type { TestServer } from './test-server.ts'

/** Runs a worker process that kills itself at a step, until it has done so. */
export async function runUntilKilled(
  { url }: Pick<TestServer, 'url'>,
  { step, dataDir }: { step: string; dataDir: string },
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['src/server/worker.ts'], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: childEnvironment({
      DATABASE_URL: url,
      BERTH_DATA_DIR: dataDir,
      BERTH_FAULT: `${step}:kill`,
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    }),
  })
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
}
