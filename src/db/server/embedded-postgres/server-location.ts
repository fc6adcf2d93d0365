import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyBinaries } from './copy-binaries.ts'
import { runProgram } from './run-program.ts'
import { createLibraryLinks, type ServerBinaries } from './server-binaries.ts'
import { StartupError } from './startup-error.ts'
import type { Account } from './unprivileged-account.ts'

/** Where root puts what the server's account cannot reach in the folder of the installation. */
const SYSTEM_FOLDER = '/var/lib/berth'

/** Tries as the account itself, since modes, ACLs, mounts and sandboxes cannot be judged from outside. */
async function canUseFolder(folder: string, account: Account): Promise<boolean> {
  const probe = await mkdtemp(join(folder, 'probe-')).catch(() => undefined)
  if (!probe) return false
  try {
    await chown(probe, account.uid, account.gid)
    return (await runProgram('/bin/sh', ['-c', 'cd "$1" && : > written', 'sh', probe], { account })).succeeded
  } catch {
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}

/** Lets the server's account pass through our own private folder, and nobody else: nothing that it holds opens up. */
async function admitAccount(dataDir: string, account: Account): Promise<void> {
  const { mode, uid } = await stat(dataDir)
  if (uid !== 0 || (mode & 0o077) !== 0) return
  await chown(dataDir, 0, account.gid).catch(() => undefined)
  await chmod(dataDir, 0o710).catch(() => undefined)
}

async function createSystemFolder(): Promise<string> {
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true })
    await chmod(SYSTEM_FOLDER, 0o755)
    return SYSTEM_FOLDER
  } catch (cause) {
    throw new StartupError(
      `PostgreSQL's account cannot reach the data folder, and ${SYSTEM_FOLDER} cannot be made.`,
      {
        hint: 'Set BERTH_DATA_DIR to a folder whose parents every user may pass through.',
        cause,
      },
    )
  }
}

/** A folder that no other data uses: data without its passwords is of no use, but not ours to delete. */
async function createRelocation(dataDir: string, onLog: (line: string) => void): Promise<string> {
  const name = join(
    await createSystemFolder(),
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  )
  const found = await readdir(name).catch((): string[] => [])
  const isUsed = found.includes('pgdata')
  if (isUsed) onLog(`${name} holds an earlier database of this folder; it is left alone`)
  const folder = isUsed ? `${name}-${randomBytes(4).toString('hex')}` : name
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  await writeFile(join(folder, 'belongs-to'), `${dataDir}\n`)
  return folder
}

/**
 * Finds the folder that holds the data: the data folder itself, or, when we are root and the server's account cannot
 * reach it, one below /var/lib/berth.
 * @param account who runs the server; undefined means ourselves, who can use the data folder by definition
 */
export async function createLocation(
  dataDir: string,
  options: { account: Account | undefined; onLog: (line: string) => void },
): Promise<string> {
  const { account, onLog } = options
  if (!account) return dataDir
  await admitAccount(dataDir, account)
  if (await canUseFolder(dataDir, account)) return dataDir
  const folder = await createRelocation(dataDir, onLog)
  if (await canUseFolder(folder, account)) {
    onLog(`account ${account.name} cannot reach ${dataDir}: the database lies in ${folder}`)
    return folder
  }
  throw new StartupError(
    `The account ${account.name}, which runs PostgreSQL, can use neither ${dataDir} nor ${folder}.`,
    {
      hint: 'Set BERTH_DATA_DIR to a folder on a local disk whose parents every user may pass through.',
    },
  )
}

/** @throws StartupError when data that exists has come out of its account's reach, say by a move of the folder. */
export async function requireReachableData(pgdata: string, account: Account): Promise<void> {
  await admitAccount(dirname(pgdata), account)
  const trial = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', pgdata], { account })
  if (trial.succeeded) return
  throw new StartupError(
    `The account ${account.name}, which runs PostgreSQL, cannot reach the database in ${pgdata}.`,
    {
      hint: 'Give every user the right to pass through the folders above it ("chmod o+x"), or move the data folder.',
      cause: trial.cause,
    },
  )
}

/**
 * Makes sure that the server's programs run for its account, if need be from a copy.
 * @throws StartupError when they don't run at all, for instance on a system without the GNU C library.
 */
export async function requireUsableBinaries(
  installed: ServerBinaries,
  options: { account: Account | undefined; dataDir: string },
): Promise<ServerBinaries> {
  const { account, dataDir } = options
  const isLinked = await createLibraryLinks(installed, installed.root)
  if (isLinked && (await runProgram(installed.postgres, ['-V'], { account })).succeeded) return installed
  const copy = await copyBinaries(installed, account ? await createSystemFolder() : dataDir)
  const trial = await runProgram(copy.postgres, ['-V'], { account })
  if (trial.succeeded) return copy
  throw new StartupError('The PostgreSQL server that came with npm does not run on this machine.', {
    hint: 'Set DATABASE_URL to a PostgreSQL server of your own (version 15 or newer).',
    cause: trial.cause,
  })
}
