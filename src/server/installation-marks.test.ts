import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readEnv } from '#src/env.ts'
import { findDifference, markInstallation } from './installation-marks.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function mark(environment: Record<string, string> = {}, folder?: string): Promise<string[]> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'berth-marks-')))
  if (folder === undefined) folders.push(dataDir)
  return markInstallation(readEnv({ BERTH_DATA_DIR: dataDir, ...environment }))
}

const keyOf = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`
const shared = {
  AUTH_SECRET: 'a secret that all processes share, long enough',
  BERTH_ENCRYPTION_KEYS: keyOf('a', 1),
  BERTH_FILES_S3_BUCKET: 'files',
}

describe('processes of one installation', () => {
  it('know each other by their data folder', async () => {
    const one = await mark()
    expect(findDifference(one, await mark({}, folders[0]))).toBeNull()
  })

  it('know each other by what they are given, wherever they run', async () => {
    expect(findDifference(await mark(shared), await mark(shared))).toBeNull()
  })

  it('may take up a new key of encryption one after the other', async () => {
    const next = { ...shared, BERTH_ENCRYPTION_KEYS: `${keyOf('b', 2)},${keyOf('a', 1)}` }
    expect(findDifference(await mark(shared), await mark(next))).toBeNull()
  })
})

describe('processes that could not read what the other writes', () => {
  it.each([
    ['secret', { AUTH_SECRET: 'a secret that nobody else has, long enough' }],
    ['encryption', { BERTH_ENCRYPTION_KEYS: keyOf('a', 9) }],
    ['files', { BERTH_FILES_S3_BUCKET: '' }],
  ])('differ in the %s', async (part, change) => {
    expect(findDifference(await mark(shared), await mark({ ...shared, ...change }))).toBe(part)
  })
})

it('tells nothing of what a mark is made from', async () => {
  const marks = (await mark(shared)).join(' ')
  expect(marks).not.toContain(shared.AUTH_SECRET.slice(0, 8))
  expect(marks).not.toContain(Buffer.alloc(32, 1).toString('base64').slice(0, 8))
})
