import { realpath } from 'node:fs/promises'
import { Socket } from 'node:net'
import pg from 'pg'

/** Marks the connection that each user of the server holds as long as it needs the server. */
export const LEASE_NAME = 'berth lease'

/** `socket` carries the client: it tells our end of the connection, and can be kept from holding the process. */
export type SuperuserConnection = { client: pg.Client; socket: Socket }

const TIMEOUT_MS = 5_000

/** Opens a superuser connection; losing it later is no event, its next query fails. */
export async function connectSuperuser(options: {
  port: number
  password: string
  name?: string
}): Promise<SuperuserConnection> {
  const socket = new Socket()
  const client = new pg.Client({
    host: '127.0.0.1',
    port: options.port,
    user: 'postgres',
    password: options.password,
    database: 'postgres',
    // against PGSSLMODE in the environment: the server speaks on loopback only
    ssl: false,
    application_name: options.name ?? 'berth',
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    stream: () => socket,
  })
  client.on('error', () => undefined)
  await client.connect()
  return { client, socket }
}

/** True when the server behind the connection works on exactly this data. */
export async function isServerOf(client: pg.Client, pgdata: string): Promise<boolean> {
  const { rows } = await client.query<{ path: string }>(`select current_setting('data_directory') as path`)
  const path = rows[0]?.path
  return path !== undefined && (path === pgdata || (await realpath(path).catch(() => path)) === pgdata)
}
