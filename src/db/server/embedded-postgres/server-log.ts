import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartupError } from './startup-error.ts'

const LAST_CHARACTERS = 4_000

/**
 * What the server said last: the output of its start, and the log file it went on with. Both are needed, since the
 * server changes over in the middle of starting.
 */
export async function getServerLog(pgdata: string, startupLog: string): Promise<string> {
  const current = await readFile(join(pgdata, 'current_logfiles'), 'utf8').catch(() => '')
  const name = /^stderr (.+)$/m.exec(current)?.[1]
  const texts = await Promise.all([
    readFile(startupLog, 'utf8').catch(() => ''),
    name ? readFile(join(pgdata, name), 'utf8').catch(() => '') : '',
  ])
  return texts.map((text) => text.slice(-LAST_CHARACTERS)).join('\n')
}

const knownCauses: [pattern: RegExp, sentence: string, hint: string][] = [
  [
    /No space left on device|Disk quota exceeded/i,
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
  const last = output.split('\n').findLast((line) => /FATAL|PANIC|error:/.test(line))
  const detail =
    last?.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/\.$/, '') ?? 'PostgreSQL gave no reason'
  return new StartupError(`${task} in ${folder}: ${detail}.`, {
    hint: 'The server log in the folder pgdata/log tells more.',
    cause,
  })
}
