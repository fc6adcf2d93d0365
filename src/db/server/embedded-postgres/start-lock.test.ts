import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requestStartLock } from './start-lock.ts'

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'berth-lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('one holder at a time, and the next after it', async () => {
  const folder = await createFolder()
  let holders = 0
  const seen: number[] = []
  async function hold(): Promise<void> {
    const unlock = await requestStartLock(folder, 10_000)
    seen.push(++holders)
    await new Promise((resolve) => setTimeout(resolve, 5))
    holders -= 1
    await unlock?.()
  }
  await Promise.all(Array.from({ length: 8 }, hold))
  expect(seen).toEqual(Array.from({ length: 8 }, () => 1))
  expect(await readdir(folder)).toEqual([])
})

test('a living holder is waited for only as long as asked', async () => {
  const folder = await createFolder()
  const unlock = await requestStartLock(folder, 0)
  expect(unlock).toBeDefined()
  expect(await requestStartLock(folder, 50)).toBeUndefined()
})

test.each([
  ['a dead process', '4194304 x', 0],
  ['a silent process', `${process.pid} x`, 60_000],
  ['a process killed before it wrote its number', '', 60_000],
])('the lock of %s is taken over by one', async (_name, content, ageMs) => {
  const folder = await createFolder()
  const path = join(folder, 'start.lock')
  await writeFile(path, content)
  const time = new Date(Date.now() - ageMs)
  await utimes(path, time, time)
  const locks = await Promise.all([1, 2, 3].map(() => requestStartLock(folder, 200)))
  expect(locks.filter(Boolean)).toHaveLength(1)
})
