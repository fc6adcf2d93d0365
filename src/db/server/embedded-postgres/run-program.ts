import { execFile } from 'node:child_process'
import type { Account } from './unprivileged-account.ts'

export type ProgramResult = { succeeded: boolean; output: string; cause?: unknown }

const TIMEOUT_MS = 120_000

/**
 * The environment of PostgreSQL's programs: nothing of ours, so that PG* variables or broken locales of the machine
 * change nothing. Windows programs need their system variables, so there the environment is inherited.
 */
export function getProgramEnvironment(): { env?: NodeJS.ProcessEnv } {
  if (process.platform === 'win32') return {}
  const env: Record<string, string> = {
    LC_ALL: 'C',
    TZ: 'UTC',
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  }
  return { env: env as NodeJS.ProcessEnv }
}

/** Runs a program to its end, as the given account or as ourselves; a failure is part of the result, not thrown. */
export function runProgram(
  path: string,
  args: string[],
  options: { account?: Account | undefined } = {},
): Promise<ProgramResult> {
  const identity = options.account ? { uid: options.account.uid, gid: options.account.gid } : {}
  const settings = {
    ...identity,
    ...getProgramEnvironment(),
    cwd: '/',
    timeout: TIMEOUT_MS,
    windowsHide: true,
  }
  return new Promise((resolve) => {
    try {
      execFile(path, args, settings, (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`.trim()
        resolve(error ? { succeeded: false, output, cause: error } : { succeeded: true, output })
      })
    } catch (error) {
      // libuv refuses a change of identity synchronously in some sandboxes
      resolve({ succeeded: false, output: '', cause: error })
    }
  })
}
