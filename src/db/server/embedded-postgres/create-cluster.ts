import { chmod, chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { describeFailure } from './server-log.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { createForeignDataError, StartupError } from './startup-error.ts'
import type { Account } from './unprivileged-account.ts'

const BUILDING_PREFIX = 'building-'
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }

// C.UTF-8 of PostgreSQL itself sorts and folds alike on every machine, whatever locales it has
const INITDB_ARGUMENTS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=english',
]

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** @throws StartupError when the data was made by another major version of PostgreSQL, or belongs to somebody else. */
export async function requireSameMajorVersion(pgdata: string, binaries: ServerBinaries): Promise<void> {
  const expected = binaries.version.split('.')[0]
  let found = ''
  try {
    found = (await readFile(join(pgdata, 'PG_VERSION'), 'utf8')).trim()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EACCES') throw createForeignDataError(pgdata, cause)
  }
  if (found === expected) return
  const origin = found ? `was made by PostgreSQL ${found}` : 'is not a PostgreSQL database'
  throw new StartupError(`The data in ${pgdata} ${origin}, and this release brings PostgreSQL ${expected}.`, {
    hint: 'Export your data with the release that made it, or move the folder away to begin with an empty database.',
  })
}

/**
 * Makes the data of a new server in a folder beside its place and moves it there when it is complete: a folder named
 * `pgdata` is never half made. Rests of interrupted attempts are removed.
 */
export async function createCluster(
  location: string,
  options: { binaries: ServerBinaries; account: Account | undefined; password: string; durable: boolean },
): Promise<void> {
  const { binaries, account } = options
  for (const name of await readdir(location)) {
    // an initdb that outlived its killed parent may still be writing for a moment
    if (name.startsWith(BUILDING_PREFIX)) await rm(join(location, name), REMOVE)
  }
  const building = await mkdtemp(join(location, BUILDING_PREFIX))
  try {
    const passwordFile = join(building, 'password')
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 })
    await chmod(building, 0o700)
    if (account) {
      await chown(passwordFile, account.uid, account.gid)
      await chown(building, account.uid, account.gid)
    }
    const data = join(building, 'data')
    const args = [...INITDB_ARGUMENTS, `--pgdata=${data}`, `--pwfile=${passwordFile}`]
    const made = await runProgram(binaries.initdb, options.durable ? args : [...args, '--no-sync'], {
      account,
    })
    if (!made.succeeded) {
      throw describeFailure(made.output, {
        task: 'The database could not be created',
        folder: location,
        cause: made.cause,
      })
    }
    await rename(data, join(location, 'pgdata'))
    if (options.durable) await syncFolder(location)
  } finally {
    await rm(building, REMOVE)
  }
}
