import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '#src/env.ts'
import { newId } from '#src/shared/ids.ts'
import { fileKey } from './file-key.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import { startS3Server, type S3Server } from './testing/s3-server.ts'

const CONTENT = Buffer.from('%PDF-1.7 the bytes of a file')
let folder: string
let bucket: S3Server

beforeAll(async () => {
  bucket = await startS3Server({ accessKeyId: 'berth' })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berth-store-'))
  bucket.failWith(null)
  return () => rm(folder, { recursive: true, force: true })
})
afterAll(() => bucket.close())

const local = () => createFileStore(readEnv({ BERTH_DATA_DIR: folder }))
const remote = (id = 'berth') =>
  createFileStore(
    readEnv({
      BERTH_DATA_DIR: folder,
      BERTH_FILES_S3_BUCKET: 'harbour',
      BERTH_FILES_S3_ENDPOINT: bucket.url,
      BERTH_FILES_S3_ACCESS_KEY_ID: id,
      BERTH_FILES_S3_SECRET_ACCESS_KEY: 'secret',
    }),
  )

async function receive({ incoming }: FileStore) {
  await mkdir(incoming, { recursive: true })
  const path = join(incoming, newId())
  await writeFile(path, CONTENT)
  return { path, size: CONTENT.length }
}

describe.each([
  ['a folder', local],
  ['a bucket', remote],
])('%s', (_, open) => {
  it('keeps a file, gives it back and removes it', async () => {
    const store = open()
    const key = fileKey(newId(), newId())
    await store.put(key, await receive(store))
    expect(await buffer(await store.open(key))).toEqual(CONTENT)
    expect(await readdir(store.incoming)).toEqual([])
    await store.remove(key)
    await expect(store.open(key)).rejects.toThrow()
    await store.remove(key)
  })

  it.each(['../../etc/passwd', 'a/b', `${newId()}/../${newId()}`, newId(), `/${newId()}/${newId()}`])(
    'takes no key such as %s',
    async (key) => {
      const store = open()
      await expect(async () => store.open(key)).rejects.toThrow(RangeError)
      await expect(async () => store.put(key, await receive(store))).rejects.toThrow(RangeError)
      await expect(async () => store.remove(key)).rejects.toThrow(RangeError)
    },
  )
})

describe('a folder', () => {
  it('has one of its own for each tenant, for nobody else to enter', async () => {
    const store = local()
    const [tenantId, fileId] = [newId(), newId()]
    await store.put(fileKey(tenantId, fileId), await receive(store))
    expect(await readdir(join(folder, 'files', tenantId))).toEqual([fileId])
    expect((await stat(join(folder, 'files', tenantId))).mode & 0o777).toBe(0o700)
  })
})

describe('a bucket', () => {
  it('is asked for by its name and key', async () => {
    const store = remote()
    const key = fileKey(newId(), newId())
    await store.put(key, await receive(store))
    expect(bucket.objects.get(`/harbour/${key}`)).toEqual(CONTENT)
  })

  it('that is away is a dependency that is away, and keeps what was received', async () => {
    bucket.failWith(503)
    const store = remote()
    const received = await receive(store)
    await expect(store.put(fileKey(newId(), newId()), received)).rejects.toMatchObject({
      code: 'DEPENDENCY_UNAVAILABLE',
    })
    expect(await stat(received.path)).toMatchObject({ size: CONTENT.length })
  })

  it('that refuses our key is a mistake of ours', async () => {
    const store = remote('somebody-else')
    const putting = store.put(fileKey(newId(), newId()), await receive(store))
    await expect(putting).rejects.not.toMatchObject({ code: 'DEPENDENCY_UNAVAILABLE' })
  })
})
