import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./migrator.ts', import.meta.url))

/** A migrator in a process of its own. */
export type Migrator = { kill: () => Promise<void>; ended: Promise<unknown> }

/** Starts one, and waits until it has begun. */
export async function startMigrator(url: string, rolloutId: string): Promise<Migrator> {
  const child = spawn(process.execPath, [program, url, rolloutId], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
