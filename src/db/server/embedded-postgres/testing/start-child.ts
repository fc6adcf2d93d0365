import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Account } from '../unprivileged-account.ts'

const SCRIPT = fileURLToPath(new URL('server-child.ts', import.meta.url))

export type ServerChild = {
  /** resolves when the child has its server; rejects with its error output when it fails */
  started: Promise<{ origin: string; url: string }>
  /** kill -9 of the child alone */
  kill: () => Promise<void>
  /** lets the child release its server and waits for its end */
  release: () => Promise<void>
}

/** Starts the server of a folder in another Node.js process, as the given account when we are root. */
export function startChild(dataDir: string, account?: Account): ServerChild {
  const identity = account ? { uid: account.uid, gid: account.gid } : {}
  const child = spawn(process.execPath, ['--no-warnings', SCRIPT, dataDir], { ...identity, cwd: '/' })
  const ended = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  child.stdin.on('error', () => undefined)
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]) => {
    return JSON.parse(String(line)) as { origin: string; url: string }
  })
  const failed = ended.then(() => {
    throw new Error(`the child ended: ${complaints}`)
  })
  const started = Promise.race([firstLine, failed])
  started.catch(() => undefined)
  failed.catch(() => undefined)
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    started,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    release: async () => {
      child.stdin.end()
      await ended
    },
  }
}
