import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requestStartLock } from '#src/db/server/embedded-postgres/start-lock.ts'
import { childEnvironment } from '#src/env.ts'

/** What a build is made from; anything else may change without one. */
const SOURCES = ['src', 'public', 'next.config.mjs', 'package-lock.json', 'tsconfig.json']
const IGNORED = /(^|\/)(generated|server|testing|cli)(\/|$)|\.test\.tsx?$/
const STAMP = 'berth-build'
/** Longest another process is left to build, in milliseconds. */
const BUILD_WAIT_MS = 600_000

/**
 * Builds the pages unless the build that is there was made from exactly these sources. Half-made builds have
 * no stamp and are made again.
 * @returns true when it built
 * @throws Error with the output of the build when it fails
 */
export async function buildPagesIfStale(root: string, onBuild: () => void): Promise<boolean> {
  const fingerprint = await fingerprintOf(root)
  const stampPath = join(root, '.next', STAMP)
  const isFresh = async () => (await readFile(stampPath, 'utf8').catch(() => '')) === fingerprint
  if (await isFresh()) return false
  // Processes that start together on one machine share the folder. The cache is what a build leaves in place.
  const lockFolder = join(root, '.next', 'cache')
  await mkdir(lockFolder, { recursive: true })
  const release = await requestStartLock(lockFolder, BUILD_WAIT_MS)
  try {
    if (await isFresh()) return false
    onBuild()
    await runBuild(root)
    await writeFile(stampPath, fingerprint)
    return true
  } finally {
    await release?.()
  }
}

async function fingerprintOf(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await listFiles(root, source)) {
      hash
        .update(file)
        .update('\0')
        .update(await readFile(join(root, file)).catch(() => ''))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function listFiles(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch(() => null)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !IGNORED.test(file))
    .sort()
}

async function runBuild(root: string): Promise<void> {
  const cli = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [cli, 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`The pages could not be built.\n${Buffer.concat(output).toString()}`)
}
