import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartupError } from './startup-error.ts'

const LAST_CHARACTERS = 4_000
const FLUSH_MS = 1_000
const POLL_MS = 20

/** Size in bytes of each log file, to tell later what is new. */
export async function getLogSizes(pgdata: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const name of await readdir(join(pgdata, 'log')).catch(() => [])) {
    const path = join(pgdata, 'log', name)
    const found = await stat(path).catch(() => undefined)
    if (found) sizes.set(path, found.size)
  }
  return sizes
}

async function getNewText(pgdata: string, before: Map<string, number>): Promise<string> {
  let text = ''
  for (const path of (await getLogSizes(pgdata)).keys()) {
    const content = await readFile(path).catch(() => Buffer.alloc(0))
    text += content
      .subarray(before.get(path) ?? 0)
      .toString()
      .slice(-LAST_CHARACTERS)
  }
  return text
}

/**
 * What a server that failed to start has said: on its output until its log collector took over, then in the log files.
 * The collector may still be writing when the server has ended already.
 */
export async function getFailureLog(
  pgdata: string,
  options: { startupLog: string; before: Map<string, number> },
): Promise<string> {
  const deadline = Date.now() + FLUSH_MS
  for (;;) {
    const output = await readFile(options.startupLog, 'utf8').catch(() => '')
    const text = `${output}\n${await getNewText(pgdata, options.before)}`
    if (/FATAL|PANIC/.test(text) || Date.now() > deadline) return text
    await sleep(POLL_MS)
  }
}

const knownCauses: [pattern: RegExp, sentence: string, hint: string][] = [
  [
    /No space left on device|Disk quota exceeded|Check free disk space/i,
    'there is no space left',
    'Free some space (about 100 MB are needed) and start again.',
  ],
  [
    /Read-only file system/i,
    'the file system is read-only',
    'Set BERTH_DATA_DIR to a folder that can be written.',
  ],
  [
    /Permission denied|Operation not permitted/i,
    'access was refused',
    'Check who owns the folder, or set BERTH_DATA_DIR to another one.',
  ],
  [
    /has wrong ownership|invalid permissions/i,
    'it belongs to another user',
    'Give the folder back to the user who made it.',
  ],
  [
    /Cannot allocate memory|could not create shared memory|could not map anonymous/i,
    'there is not enough memory',
    'Free some memory and start again.',
  ],
]

/** Turns the output of PostgreSQL's programs into one sentence for the operator; the output itself stays as the cause. */
export function describeFailure(
  output: string,
  options: { task: string; folder: string; cause?: unknown },
): StartupError {
  const { task, folder } = options
  const cause = new Error(output.slice(-LAST_CHARACTERS), { cause: options.cause })
  for (const [pattern, sentence, hint] of knownCauses) {
    if (pattern.test(output)) return new StartupError(`${task} in ${folder}: ${sentence}.`, { hint, cause })
  }
  const lines = output.trim().split('\n')
  const last =
    lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? (lines.length === 1 ? lines[0] : '')
  const reason = last?.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/\.$/, '')
  const detail = reason || 'PostgreSQL gave no reason'
  return new StartupError(`${task} in ${folder}: ${detail}.`, {
    hint: 'The server log in the folder pgdata/log tells more.',
    cause,
  })
}
