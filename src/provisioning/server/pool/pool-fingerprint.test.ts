import { expect, it } from 'vitest'
import { mooringsMigration, notesMigration } from '../testing/rehearsal.ts'
import { fingerprintOf } from './pool-fingerprint.ts'

const own = { table: 'notes', condition: ({ owner }: { owner: string }) => `user_id = ${owner}` }
const empty = { modules: [], seed: [] }
const before = fingerprintOf({ ...empty, migrations: [notesMigration], ownRows: [own] })

it.each([
  ['another migration', { migrations: [notesMigration, mooringsMigration], ownRows: [own] }],
  [
    'a migration with another content',
    { migrations: [{ ...notesMigration, checksum: 'other' }], ownRows: [own] },
  ],
  ['another table that clients may look into', { migrations: [notesMigration], ownRows: [] }],
  [
    'other rows that are theirs',
    { migrations: [notesMigration], ownRows: [{ ...own, condition: () => 'false' }] },
  ],
])('%s is another form of schema', (_, now) => {
  expect(fingerprintOf({ ...empty, ...now })).not.toBe(before)
})

it('the same is the same', () => {
  expect(fingerprintOf({ ...empty, migrations: [notesMigration], ownRows: [own] })).toBe(before)
})
