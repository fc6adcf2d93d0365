import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { getPostmaster, isPostmasterAlive } from '../postmaster.ts'
import { getStoredServer, type StoredServer } from '../stored-server.ts'

const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }

/** Process number of the server on this data, undefined when none lives. */
export async function getServerPid(pgdata: string): Promise<number | undefined> {
  const found = await getPostmaster(pgdata)
  return found && (await isPostmasterAlive(found.pid, pgdata)) ? found.pid : undefined
}

/** A data folder for one test file or test, see removeServerFolder. */
export async function createServerFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'berth-embedded-')))
  // mkdtemp makes it private, but the account that runs the server for root must pass through
  await chmod(folder, 0o755)
  return folder
}

/** Removes a folder together with the server that a failed test left in it. */
export async function removeServerFolder(folder: string): Promise<void> {
  await killServer(join(folder, 'pgdata'))
  await rm(folder, REMOVE)
}

/** Ends the server without a word, as a crash would. */
export async function killServer(pgdata: string): Promise<void> {
  const pid = await getServerPid(pgdata)
  if (pid === undefined) return
  process.kill(pid, 'SIGKILL')
  while (await isPostmasterAlive(pid, pgdata));
}

export async function readStoredServer(dataDir: string): Promise<StoredServer> {
  const stored = await getStoredServer(dataDir)
  if (!stored) throw new Error(`no server was ever started in ${dataDir}`)
  return stored
}

/** Runs one statement on a connection of its own. */
export async function queryServer<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
