import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, readFile, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { copyBinaries } from './copy-binaries.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { runProgram } from './run-program.ts'
import { getBinariesAt, requireInstalledBinaries } from './server-binaries.ts'
import { requireReachableData, requireUsableBinaries } from './server-location.ts'
import {
  createServerFolder,
  queryServer,
  readStoredServer,
  removeServerFolder,
} from './testing/server-folder.ts'
import { startChild } from './testing/start-child.ts'
import { type Account, requireUnprivilegedAccount } from './unprivileged-account.ts'

const ONE = [{ one: 1 }]

async function createFolder(): Promise<string> {
  const folder = await createServerFolder()
  onTestFinished(() => removeServerFolder(folder))
  return folder
}

async function requireAccount({ skip }: TestContext): Promise<Account> {
  skip(process.geteuid?.() !== 0, 'only root can change the account, a normal user runs the server as itself')
  return requireUnprivilegedAccount()
}

test('root in a folder that the account cannot pass: the data goes elsewhere and is found again', async (context) => {
  await requireAccount(context)
  const home = await createFolder()
  await chmod(home, 0o700)
  const dataDir = join(home, 'checkout', 'data')
  const first = await startEmbeddedPostgres({ dataDir, durable: false })
  const { relocatedTo = '' } = await readStoredServer(dataDir)
  onTestFinished(async () => {
    await first.release()
    if (relocatedTo) await removeServerFolder(relocatedTo)
  })
  expect(first.origin).toBe('created')
  expect(relocatedTo).toMatch(/^\/var\/lib\/berth\/[0-9a-f]{12}$/)
  expect(await readFile(join(relocatedTo, 'belongs-to'), 'utf8')).toBe(`${dataDir}\n`)
  expect(await queryServer(first.url, 'select 1 as one')).toEqual(ONE)
  await first.release()
  const second = await startEmbeddedPostgres({ dataDir, durable: false })
  onTestFinished(second.release)
  expect(second).toMatchObject({ origin: 'started', url: first.url })
  await second.release()
  await removeServerFolder(relocatedTo)
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(`was in ${relocatedTo}, which is gone.`)
})

test('root with a private data folder in a public place keeps the data there', async (context) => {
  const account = await requireAccount(context)
  const dataDir = await createFolder()
  await chmod(dataDir, 0o700)
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  onTestFinished(server.release)
  expect(await readdir(dataDir)).toContain('pgdata')
  expect(await stat(dataDir)).toMatchObject({ uid: 0, gid: account.gid, mode: 0o40710 })
})

test('a normal user and root start the same folder in turn', async (context) => {
  const preferred = await requireAccount(context)
  // not the account that root would choose by itself
  const account = { name: 'nobody', uid: 65_534, gid: 65_534 }
  expect(preferred.uid).not.toBe(account.uid)
  const script = fileURLToPath(new URL('testing/server-child.ts', import.meta.url))
  const args = ['-c', '"$0" --version && test -r "$1"', process.execPath, script]
  const { succeeded } = await runProgram('/bin/sh', args, { account })
  context.skip(!succeeded, `account ${account.name} can reach neither Node.js nor this checkout`)
  const dataDir = join(await createFolder(), 'data')
  await mkdir(dataDir, { mode: 0o700 })
  await chown(dataDir, account.uid, account.gid)
  const user = startChild(dataDir, account)
  const { origin, url } = await user.started
  expect(origin).toBe('created')
  expect(await queryServer(url, 'select 1 as one')).toEqual(ONE)
  await user.release()
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  onTestFinished(server.release)
  expect(server).toMatchObject({ origin: 'started', url })
  await server.release()
  for (const name of await readdir(dataDir))
    expect(await stat(join(dataDir, name))).toMatchObject({ uid: account.uid })
  const again = startChild(dataDir, account)
  expect(await again.started).toEqual({ origin: 'started', url })
  await again.release()
})

test('data moved out of reach is named, not replaced', async (context) => {
  const account = await requireAccount(context)
  const home = await createFolder()
  const pgdata = join(home, 'data', 'pgdata')
  await mkdir(pgdata, { recursive: true })
  await chmod(join(home, 'data'), 0o755)
  await requireReachableData(pgdata, account)
  await chmod(home, 0o700)
  await expect(requireReachableData(pgdata, account)).rejects.toThrow(
    `cannot reach the database in ${pgdata}.`,
  )
})

test('programs that the account cannot reach are copied once to where it can', async (context) => {
  const account = await requireAccount(context)
  const home = await createFolder()
  const { root } = await copyBinaries(await requireInstalledBinaries(), home)
  await chmod(home, 0o700)
  const hidden = getBinariesAt(root, `0.0.0-test-${randomBytes(4).toString('hex')}`)
  const usable = await requireUsableBinaries(hidden, { account, dataDir: home })
  onTestFinished(() => rm(usable.root, { recursive: true }))
  expect(usable.root).toMatch(/^\/var\/lib\/berth\/postgresql-0\.0\.0-test-/)
  expect((await runProgram(usable.postgres, ['-V'], { account })).output).toMatch(/^postgres \(PostgreSQL\)/)
  const { ino } = await stat(usable.root)
  await requireUsableBinaries(hidden, { account, dataDir: home })
  expect((await stat(usable.root)).ino).toBe(ino)
})

test('library links that an install without scripts leaves out are made at the start', async () => {
  const folder = await createFolder()
  const binaries = await copyBinaries(await requireInstalledBinaries(), folder)
  const libraries = await readdir(join(binaries.root, 'lib'), { withFileTypes: true })
  const links = libraries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name)
  for (const name of links) await unlink(join(binaries.root, 'lib', name))
  if (process.platform === 'linux')
    expect((await runProgram(binaries.postgres, ['-V'])).succeeded).toBe(false)
  expect(await requireUsableBinaries(binaries, { account: undefined, dataDir: folder })).toEqual(binaries)
  expect(await readdir(join(binaries.root, 'lib'))).toEqual(expect.arrayContaining(links))
})
