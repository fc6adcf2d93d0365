import { spawn } from 'node:child_process'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { getDataAccount } from './data-account.ts'
import { launchPostmaster } from './launch-postmaster.ts'
import { PORT_TAKEN } from './open-server.ts'
import { requireInstalledBinaries } from './server-binaries.ts'
import { requireUsableBinaries } from './server-location.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import {
  createServerFolder,
  getServerPid,
  readStoredServer,
  removeServerFolder,
  killServer,
  queryServer,
} from './testing/server-folder.ts'
import { startChild } from './testing/start-child.ts'

// most tests need data, not a first start: they take turns on this folder and leave it without a server
let dataDir = ''
beforeAll(async () => {
  dataDir = await createServerFolder()
  await startEmbeddedPostgres({ dataDir, durable: false }).then((server) => server.release())
})
afterAll(() => removeServerFolder(dataDir))

async function createEmptyFolder(): Promise<string> {
  const folder = await createServerFolder()
  onTestFinished(() => removeServerFolder(folder))
  return folder
}

async function start(dataDir: string, settings: Record<string, string> = {}) {
  const lines: string[] = []
  const server = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    settings,
    onLog: (line) => lines.push(line),
  })
  onTestFinished(server.release)
  return { ...server, lines }
}

test('the first start makes role, database and private files, the second finds them', async () => {
  // longer than the path of a Unix socket may be
  const dataDir = join(await createEmptyFolder(), `it's a "très long" path ${'x'.repeat(120)}`)
  const first = await start(dataDir, { work_mem: '7MB' })
  expect(first.origin).toBe('created')
  const [role] = await queryServer(first.url, 'select * from pg_roles where rolname = current_user')
  expect(role).toMatchObject({ rolname: 'berth', rolcreaterole: true, rolinherit: false, rolsuper: false })
  const [database] = await queryServer(
    first.url,
    `select datname, pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale
     from pg_database where datname = current_database()`,
  )
  expect(database).toEqual({
    datname: 'berth',
    owner: 'berth',
    encoding: 'UTF8',
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
  })
  const settings = await queryServer<{ name: string; setting: string }>(
    first.superuserUrl,
    `select name, setting from pg_settings where name in
     ('listen_addresses', 'unix_socket_directories', 'jit', 'TimeZone', 'work_mem', 'fsync', 'max_connections',
      'recovery_init_sync_method')`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    jit: 'off',
    TimeZone: 'UTC',
    work_mem: '7168',
    fsync: 'off',
    max_connections: '200',
    recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
  })
  await queryServer(first.url, 'create table kept as select 42 as answer')
  expect((await stat(join(dataDir, 'embedded-postgres.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'pgdata'))).mode & 0o777).toBe(0o700)
  await first.release()
  await first.release()
  expect(await getServerPid(join(dataDir, 'pgdata'))).toBeUndefined()

  const second = await start(dataDir)
  expect(second.origin).toBe('started')
  expect(second.url).toBe(first.url)
  expect(await queryServer(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  const [durability] = await queryServer(second.superuserUrl, 'show work_mem')
  expect(durability).toEqual({ work_mem: '4MB' })
})

test('passwords appear in no log, command line or message', async () => {
  const dataDir = await createEmptyFolder()
  const server = await start(dataDir, { log_statement: 'all', log_min_duration_statement: '0' })
  const pid = await getServerPid(join(dataDir, 'pgdata'))
  const logs = join(dataDir, 'pgdata', 'log')
  const texts = await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')))
  const commandLine =
    process.platform === 'linux' ? await readFile(`/proc/${String(pid)}/cmdline`, 'utf8') : ''
  const visible = [...texts, commandLine, ...server.lines].join('\n')
  expect(visible).toContain('pg_roles')
  for (const url of [server.url, server.superuserUrl]) expect(visible).not.toContain(new URL(url).password)
})

test('the server survives Ctrl-C and is stopped only by its last user', async () => {
  const pgdata = join(dataDir, 'pgdata')
  const ours = await start(dataDir)
  if (process.platform === 'linux') {
    const pid = String(await getServerPid(pgdata))
    const processGroup = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[2]
    expect(processGroup).toBe(pid)
  }
  const other = startChild(dataDir)
  expect(await other.started).toEqual({ origin: 'adopted', url: ours.url })
  const sibling = await start(dataDir)
  await other.release()
  await ours.release()
  expect(await queryServer(ours.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await sibling.release()
  expect(await getServerPid(pgdata)).toBeUndefined()
})

test('our own open pool does not keep the server, a connection of another process does', async () => {
  const pgdata = join(dataDir, 'pgdata')
  const first = await start(dataDir)
  const other = startChild(dataDir)
  await other.started
  await first.release()
  expect(await getServerPid(pgdata)).toBeDefined()
  const second = await start(dataDir)
  expect(second.origin).toBe('adopted')
  await other.release()
  expect(await getServerPid(pgdata)).toBeDefined()
  const pool = new pg.Pool({ connectionString: second.url })
  const broken = new Promise((resolve) => pool.on('error', resolve))
  await pool.query('select 1')
  await second.release()
  expect(await getServerPid(pgdata)).toBeUndefined()
  await broken
  await pool.end()
})

test('a server left by a killed process is adopted', async () => {
  const killed = startChild(dataDir)
  const { url } = await killed.started
  await killed.kill()
  const server = await start(dataDir)
  expect(server).toMatchObject({ origin: 'adopted', url })
  await server.release()
  expect(await getServerPid(join(dataDir, 'pgdata'))).toBeUndefined()
})

test('a killed server keeps committed rows and starts again; release does not wait for the dead', async () => {
  const first = await start(dataDir)
  await queryServer(first.url, 'create table kept as select 42 as answer')
  await killServer(join(dataDir, 'pgdata'))
  const before = Date.now()
  await first.release()
  expect(Date.now() - before).toBeLessThan(1_000)
  const second = await start(dataDir)
  expect(second.origin).toBe('started')
  expect(await queryServer(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a stale postmaster.pid is overcome, also when its number belongs to another program now', async () => {
  const pgdata = join(dataDir, 'pgdata')
  const { port } = await readStoredServer(dataDir)
  // PostgreSQL itself takes any process of its own account for its server
  const { uid, gid } = await stat(pgdata)
  const stranger = spawn('sleep', ['60'], process.geteuid?.() === 0 ? { uid, gid } : {})
  onTestFinished(() => void stranger.kill())
  // 2^22 is above every process number of Linux
  for (const pid of [stranger.pid, 4_194_304]) {
    const lines = [pid, pgdata, 1_700_000_000, port, '', '127.0.0.1', '  5432001     65536', 'ready   ']
    await writeFile(join(pgdata, 'postmaster.pid'), `${lines.join('\n')}\n`)
    const server = await start(dataDir)
    expect(server.origin).toBe('started')
    await server.release()
  }
})

test('of parallel first starts one creates and the others adopt', async () => {
  const dataDir = await createEmptyFolder()
  const children = [startChild(dataDir), startChild(dataDir), startChild(dataDir)]
  const started = await Promise.all(children.map((child) => child.started))
  expect(started.map(({ origin }) => origin).sort()).toEqual(['adopted', 'adopted', 'created'])
  expect(new Set(started.map(({ url }) => url)).size).toBe(1)
  await Promise.all(children.map((child) => child.release()))
  expect(await getServerPid(join(dataDir, 'pgdata'))).toBeUndefined()
})

test('a taken port is left to its owner', async () => {
  const { port } = await readStoredServer(dataDir)
  const owner = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void owner.close())
  const server = await start(dataDir)
  const moved = await readStoredServer(dataDir)
  expect(moved.port).not.toBe(port)
  expect(new URL(server.url).port).toBe(String(moved.port))
  expect(await queryServer(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a port lost after our look at it is a reason that leads to another try', async () => {
  const pgdata = join(dataDir, 'pgdata')
  const owner = createServer().listen(0, '127.0.0.1')
  await once(owner, 'listening')
  onTestFinished(() => void owner.close())
  const address = owner.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const account = await getDataAccount(dataDir, pgdata)
  const binaries = await requireUsableBinaries(await requireInstalledBinaries(), { account, dataDir })
  const options = { dataDir, binaries, account, port, durable: false, settings: {} }
  expect(await launchPostmaster(pgdata, options)).toEqual({
    log: expect.stringMatching(PORT_TAKEN) as string,
  })
})

test('a start killed while it makes the data is made up for', async () => {
  const dataDir = await createEmptyFolder()
  const killed = startChild(dataDir)
  while (!(await readdir(dataDir)).some((name) => name.startsWith('building-')));
  await killed.kill()
  expect(await readdir(dataDir)).not.toContain('pgdata')
  const server = await start(dataDir)
  expect(server.origin).toBe('created')
  expect(await queryServer(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await readdir(dataDir)).sort()).toEqual(['embedded-postgres.json', 'pgdata', 'postgres-start.log'])
})

test('what cannot be started says so in one sentence with a way out', async () => {
  const folder = await createEmptyFolder()
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(startEmbeddedPostgres({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    name: 'StartupError',
    message: expect.stringMatching(/^The embedded database could not be started in .*: .*\.$/) as string,
    hint: expect.stringMatching(/\.$/) as string,
    cause: expect.any(Error) as Error,
  })
  const dataDir = join(folder, 'data')
  await start(dataDir).then((server) => server.release())
  await expect(start(dataDir, { shared_buffers: 'plenty' })).rejects.toThrow(/shared_buffers/)
  const pgdata = join(dataDir, 'pgdata')
  await writeFile(join(pgdata, 'PG_VERSION'), '14\n')
  await expect(start(dataDir)).rejects.toThrow(
    `The data in ${pgdata} was made by PostgreSQL 14, and this release`,
  )
  await writeFile(join(dataDir, 'embedded-postgres.json'), '{')
  await expect(start(dataDir)).rejects.toThrow('is damaged')
  await rm(join(dataDir, 'embedded-postgres.json'))
  await expect(start(dataDir)).rejects.toThrow('has lost embedded-postgres.json')
  expect(await readdir(dataDir)).not.toContain('start.lock')
})
