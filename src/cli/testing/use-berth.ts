import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'

type Outcome = { code: number; out: string; err: string }

/** The command line as people call it, on the database of the test. */
export function useBerth(current: () => Pick<TestDatabase, 'url'>): (...args: string[]) => Promise<Outcome> {
  const program = fileURLToPath(new URL('../berth.ts', import.meta.url))
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'berth-cli-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return (...args) => {
    const env: NodeJS.ProcessEnv = {
      NODE_ENV: 'test',
      DATABASE_URL: current().url,
      AUTH_SECRET: 'a secret for tests only, long enough',
      BERTH_DATA_DIR: folder,
    }
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
    })
  }
}
