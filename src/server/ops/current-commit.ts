import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type CurrentCommit = {
  commit: string | null
  /** where it is known from */
  source: 'COMMIT_SHA' | '.git' | null
  /** when the pages were built, which is done once for each new release; null in development */
  deployedAt: string | null
  startedAt: string
}

const SHA = /^[0-9a-f]{40}$/
const startedAt = new Date(performance.timeOrigin).toISOString()

/** Which code runs here and since when. @param root folder of the project */
export async function readCurrentCommit(
  root: string,
  configured: string | undefined,
): Promise<CurrentCommit> {
  const fromGit = configured === undefined ? await readGitHead(join(root, '.git')) : null
  const built = await stat(join(root, '.next', 'BUILD_ID')).catch(() => null)
  return {
    commit: configured ?? fromGit,
    source: configured !== undefined ? 'COMMIT_SHA' : fromGit !== null ? '.git' : null,
    deployedAt: built?.mtime.toISOString() ?? null,
    startedAt,
  }
}

/** Without git itself, which need not be installed where the code runs. */
async function readGitHead(folder: string): Promise<string | null> {
  const read = (path: string) => readFile(join(folder, path), 'utf8').catch(() => '')
  const head = (await read('HEAD')).trim()
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1]
  if (ref === undefined) return SHA.test(head) ? head : null
  const loose = (await read(ref)).trim()
  if (SHA.test(loose)) return loose
  const packed = (await read('packed-refs')).split('\n').find((line) => line.endsWith(` ${ref}`))
  return packed?.split(' ', 1)[0] ?? null
}
