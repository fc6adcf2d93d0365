import { createHash } from 'node:crypto'
import type * as FsPromises from 'node:fs/promises'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { receiveContent } from './receive-content.ts'
import { removeAbandoned } from './remove-files.ts'
import { sampleFiles } from './testing/sample-files.ts'

const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof FsPromises>()
  return {
    ...real,
    open: async (...given: Parameters<typeof real.open>) => {
      const handle = await real.open(...given)
      if (disk.isFull)
        vi.spyOn(handle, 'writeFile').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }))
      return handle
    },
  }
})

let folder: string
beforeEach(async () => {
  disk.isFull = false
  folder = await mkdtemp(join(tmpdir(), 'berth-receive-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* inParts(content: Uint8Array, error?: Error): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 16) yield content.subarray(at, at + 16)
  if (error) throw error
}

const pdf = { mediaType: 'application/pdf', maxBytes: 1_000 } as const

describe('what arrives', () => {
  it('is written as it is, with its size and its sum, for nobody else to read', async () => {
    const received = await receiveContent(folder, inParts(sampleFiles.pdf), pdf)
    expect(await readFile(received.path)).toEqual(sampleFiles.pdf)
    expect(received.size).toBe(sampleFiles.pdf.length)
    expect(received.sha256).toEqual(createHash('sha256').update(sampleFiles.pdf).digest())
    expect((await stat(received.path)).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['is too large', 'FILE_TOO_LARGE', inParts(Buffer.concat([sampleFiles.pdf, Buffer.alloc(1_000)]))],
    ['is of another type', 'FILE_TYPE_REFUSED', inParts(sampleFiles.exe)],
    ['is empty', 'FILE_TYPE_REFUSED', inParts(Buffer.alloc(0))],
  ])('leaves nothing behind when it %s', async (_, code, content) => {
    await expect(receiveContent(folder, content, pdf)).rejects.toMatchObject({ code })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing behind when it breaks off', async () => {
    const content = inParts(sampleFiles.pdf, new Error('gone'))
    await expect(receiveContent(folder, content, pdf)).rejects.toThrow('gone')
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused for the moment when the disk is full', async () => {
    disk.isFull = true
    await expect(receiveContent(folder, inParts(sampleFiles.pdf), pdf)).rejects.toMatchObject({
      code: 'DEPENDENCY_UNAVAILABLE',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('goes later when its process was killed, and not while it is being received', async () => {
    await writeFile(join(folder, 'left-behind'), 'x')
    await writeFile(join(folder, 'arriving'), 'x')
    await utimes(join(folder, 'left-behind'), new Date(0), new Date(0))
    expect(await removeAbandoned(folder)).toBe(1)
    expect(await readdir(folder)).toEqual(['arriving'])
    expect(await removeAbandoned(join(folder, 'not-there'))).toBe(0)
  })
})
