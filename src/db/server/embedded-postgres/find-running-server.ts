import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getPostmaster, getProcessOwner, type Postmaster } from './postmaster.ts'
import { StartupError } from './startup-error.ts'
import { connectSuperuser, isServerOf, LEASE_NAME, type SuperuserConnection } from './superuser-client.ts'

const POLL_MS = 25
/** A server found in recovery or in its shutdown is waited for. */
const ANSWER_TIMEOUT_MS = 120_000
const WRONG_PASSWORD = '28P01'

async function connectLease(found: Postmaster, options: { pgdata: string; password: string }) {
  try {
    const lease = await connectSuperuser({ port: found.port, password: options.password, name: LEASE_NAME })
    if (await isServerOf(lease.client, options.pgdata)) return lease
    await lease.client.end()
  } catch (cause) {
    if ((cause as { code?: string }).code !== WRONG_PASSWORD) return undefined
    throw new StartupError(`The running database of ${options.pgdata} refuses the stored password.`, {
      hint: 'Restore embedded-postgres.json, which belongs to this database, from a backup.',
      cause,
    })
  }
  return undefined
}

/**
 * Looks for a server that already works on this data: started by another process, or left by a killed one. Must be
 * called under the start lock.
 * @returns an open connection to it, or undefined when no server runs and one may be started
 * @throws StartupError when a server is alive but does not answer
 */
export async function findRunningServer(
  pgdata: string,
  password: string,
): Promise<{ pid: number; port: number; lease: SuperuserConnection } | undefined> {
  const deadline = Date.now() + ANSWER_TIMEOUT_MS
  for (;;) {
    const found = await getPostmaster(pgdata)
    if (!found) return undefined
    const owner = await getProcessOwner(found.pid, pgdata)
    // PostgreSQL itself gets over a free number, but takes any process that has it for its own server
    if (owner === 'other') await unlink(join(pgdata, 'postmaster.pid'))
    if (owner !== 'server') return undefined
    const lease = found.isReady ? await connectLease(found, { pgdata, password }) : undefined
    if (lease) return { pid: found.pid, port: found.port, lease }
    if (Date.now() > deadline) {
      throw new StartupError(`The database of ${pgdata} runs as process ${found.pid} but does not answer.`, {
        hint: `Look at its log in pgdata/log; "kill -INT ${found.pid}" stops it.`,
      })
    }
    await sleep(POLL_MS)
  }
}
