import { createHash } from 'node:crypto'
import type { Database } from '#src/db/server/database.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import type { FleetMigrations } from '../fleet-migrations.ts'
import type { RolloutDeps } from '../rollout-deps.ts'

/** A migration of a module that only tests know. */
export function testMigration(set: string, name: string, sql: { up: string; down: string }): Migration {
  const checksum = createHash('sha256').update(`${sql.up}\0${sql.down}`).digest('hex')
  return { set, name, ...sql, checksum, breaking: false }
}

const first = testMigration('notes', '0001_notes', {
  up: `create table notes (id uuid primary key, tenant_id uuid not null, title text not null,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
  down: 'drop table notes',
})

/** What the tenants of the fleet are made with. */
export const oldFleet: FleetMigrations = new Map([['notes', [first]]])

/** The same module two releases later: a column, and a table of its own. */
export const newFleet: FleetMigrations = new Map([
  [
    'notes',
    [
      first,
      testMigration('notes', '0002_colour', {
        up: 'alter table notes add column colour text; create index notes_colour_idx on notes (colour)',
        down: 'alter table notes drop column colour',
      }),
      testMigration('notes', '0003_labels', {
        up: `create table labels (id uuid primary key, tenant_id uuid not null, note_id uuid references notes (id),
          created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
        down: 'drop table labels',
      }),
    ],
  ],
])

/** What describes a tenant of the fleet before the newer migrations, and behind them. */
export const BEFORE = ['notes: created_at id tenant_id title updated_at, policies 2']
export const AFTER = [
  'labels: created_at id note_id tenant_id updated_at, policies 2',
  'notes: colour created_at id tenant_id title updated_at, policies 2',
]
export const IDS = ['notes/0001_notes', 'notes/0002_colour', 'notes/0003_labels']

/** What working on rollouts needs, with the modules of the test. */
export function fleetDeps(
  { database }: { database: Pick<Database, 'pool'> },
  migrations = newFleet,
): RolloutDeps {
  return {
    pool: database.pool,
    logger: createLogger({ level: 'silent' }),
    migrations,
    blueprintOf: ({ modules }) => ({ modules, migrations: [], seed: [], ownRows: [] }),
  }
}
