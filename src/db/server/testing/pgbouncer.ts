import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where distributions put it; the folder is not on everybody's path. */
const PLACES = [
  '/usr/sbin/pgbouncer',
  '/usr/bin/pgbouncer',
  '/usr/local/bin/pgbouncer',
  '/opt/homebrew/bin/pgbouncer',
]
const START_TIMEOUT_MS = 10_000
/** It refuses to run as root. */
const NOBODY = 65_534

/** The pooler's program, or undefined where it is not installed. */
export function findPgBouncer(): string | undefined {
  return PLACES.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

export type PgBouncer = {
  /** the same database and account, through the pooler */
  url: string
  stop: () => Promise<void>
}

/** Starts a pooler in transaction mode in front of a server. @param size connections it keeps to the server */
export async function startPgBouncer(
  program: string,
  { url, size }: { url: string; size: number },
): Promise<PgBouncer> {
  const target = new URL(url)
  const folder = await mkdtemp(join(tmpdir(), 'berth-pgbouncer-'))
  await chmod(folder, 0o755)
  const port = await findFreePort()
  const users = join(folder, 'users.txt')
  const config = join(folder, 'pgbouncer.ini')
  await writeFile(
    users,
    `"${decodeURIComponent(target.username)}" "${decodeURIComponent(target.password)}"\n`,
  )
  await writeFile(
    config,
    `[databases]
* = host=${target.hostname} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${size}
max_client_conn = 200
ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout
`,
  )
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const child = spawn(program, [config], { stdio: 'ignore', ...asNobody })
  await waitForPort(port)
  target.port = String(port)
  target.hostname = '127.0.0.1'
  return {
    url: target.href,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await Promise.race([ended, sleep(2_000)])
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function waitForPort(port: number): Promise<void> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.destroy()
    if (isUp) return
    if (Date.now() > giveUpAt) throw new Error('PgBouncer did not start.')
    await sleep(50)
  }
}
