import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findChromium } from './find-chromium.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-chromium-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('takes the first executable on the path', async () => {
  await writeFile(join(folder, 'chromium'), 'not executable')
  await writeFile(join(folder, 'google-chrome'), '#!/bin/sh\n')
  await chmod(join(folder, 'google-chrome'), 0o755)
  expect(findChromium({ searchPath: `/nowhere:${folder}`, bundled: '/none' })).toBe(
    join(folder, 'google-chrome'),
  )
})

it('prefers the browser without windows where one will do', async () => {
  for (const name of ['chromium', 'chromium-headless-shell']) {
    await writeFile(join(folder, name), '#!/bin/sh\n')
    await chmod(join(folder, name), 0o755)
  }
  const places = { searchPath: folder, folders: [], bundled: '/none' }
  expect(findChromium({ ...places, headless: true })).toBe(join(folder, 'chromium-headless-shell'))
  expect(findChromium(places)).toBe(join(folder, 'chromium'))
})

it('says how to install one when there is none', () => {
  const nowhere = { searchPath: folder, folders: [], applications: [], bundled: '/none' }
  expect(() => findChromium(nowhere)).toThrow(/apt-get install chromium/)
})
