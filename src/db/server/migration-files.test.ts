import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadMigrations, type Migration } from './migration-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berth-migrations-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function load(up: string): Promise<Migration | undefined> {
  await mkdir(join(folder, '0001_first'))
  await writeFile(join(folder, '0001_first', 'up.sql'), up)
  await writeFile(join(folder, '0001_first', 'down.sql'), 'select 1')
  return (await loadMigrations('boats', folder))[0]
}

describe('marks of a migration', () => {
  it('stand above the first statement', async () => {
    expect(
      await load('-- Boats lose their masts.\n-- breaking: no code reads them\n\ndrop table masts;\n'),
    ).toMatchObject({
      breaking: true,
    })
  })

  it('are no part of a sentence, nor of what follows', async () => {
    const up = '-- breaking news for boats\ncreate table boats (id uuid);\n-- breaking\n'
    expect(await load(up)).toMatchObject({ breaking: false })
  })

  it('online, give two statements: one beside others, one for a transaction', async () => {
    const up =
      '-- Lists by name.\n-- online\ncreate index concurrently if not exists boats_name_idx on boats (name, (id));\n'
    const migration = await load(up)
    expect(migration?.online).toEqual({
      index: 'boats_name_idx',
      statement: 'create index concurrently boats_name_idx on boats (name, (id))',
      plain: 'drop index if exists boats_name_idx;\ncreate index boats_name_idx on boats (name, (id))',
    })
    expect(migration?.up).toBe(migration?.online?.plain)
  })

  it.each([
    '-- online\ncreate index boats_name_idx on boats (name);',
    '-- online\ncreate index concurrently a on boats (name); create index concurrently b on boats (name);',
    '-- online\nalter table boats add column name text;',
  ])('online, are for one index alone: %s', async (up) => {
    await expect(load(up)).rejects.toThrow('must be one statement')
  })
})
