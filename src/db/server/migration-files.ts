import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOnlineIndex, type OnlineIndex } from './online-index.ts'

/** One step of a schema's history: SQL that makes it and SQL that takes it back. */
export type Migration = {
  /** whose history it belongs to: `platform` or the name of a module */
  set: string
  /** `NNNN_name`, applied in the order of its number */
  name: string
  up: string
  down: string
  /** SHA-256 of both files: a migration that was applied somewhere must never change */
  checksum: string
  /** code older than this migration cannot work with the schema it leaves (a first line `-- breaking`) */
  breaking: boolean
  /** for tenants that work with the table: an index that is built beside them (a first line `-- online`) */
  online?: OnlineIndex
}

const NAME = /^\d{4}_[a-z0-9_]+$/

/**
 * Reads a folder with one folder per migration, `NNNN_name/{up,down}.sql`.
 * @throws Error when a name is malformed, a number is used twice or a file is missing.
 */
export async function loadMigrations(set: string, folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const malformed = names.find((name) => !NAME.test(name))
  if (malformed) throw new Error(`Migration ${set}/${malformed} must be named NNNN_name.`)
  names.sort()
  const numbers = names.map((name) => name.slice(0, 4))
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice) throw new Error(`Migration number ${twice} is used twice in ${set}.`)
  return Promise.all(names.map((name) => loadMigration(set, name, join(folder, name))))
}

async function loadMigration(set: string, name: string, folder: string): Promise<Migration> {
  const [up, down] = await Promise.all([
    readFile(join(folder, 'up.sql'), 'utf8'),
    readFile(join(folder, 'down.sql'), 'utf8'),
  ])
  const checksum = createHash('sha256').update(up).update('\0').update(down).digest('hex')
  const marks = readMarks(up)
  const migration = { set, name, up, down, checksum, breaking: marks.has('breaking') }
  if (!marks.has('online')) return migration
  const online = readOnlineIndex(up)
  if (!online) {
    throw new Error(
      `Migration ${set}/${name} is marked online, so it must be one statement: create index concurrently <name> on …`,
    )
  }
  // In a table that nobody has yet it is an index like any other.
  return { ...migration, up: online.plain, online }
}

/** Marks are lines of their own above the first statement, with a reason behind a colon if there is one to give. */
function readMarks(up: string): Set<string> {
  const head = /^(?:\s*(?:--.*)?\n)*/.exec(up)?.[0] ?? ''
  return new Set([...head.matchAll(/^-- (breaking|online)(?::.*)?$/gm)].map(([, mark = '']) => mark))
}
