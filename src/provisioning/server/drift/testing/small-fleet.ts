import type { Database } from '#src/db/server/database.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import type { OwnRows } from '../../blueprint.ts'
import { executeRun } from '../../execute-run.ts'
import type { FleetMigrations } from '../../rollout/fleet-migrations.ts'
import { testMigration } from '../../rollout/testing/small-modules.ts'
import { createWaitingTenant, rehearsalDeps, type SignedUpTenant } from '../../testing/rehearsal.ts'
import type { GoldenDeps } from '../golden.ts'

const notes = testMigration('notes', '0001_notes', {
  up: `create table authors (id uuid primary key, tenant_id uuid not null, name varchar(80) not null,
      user_id uuid, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
    create table notes (id uuid primary key, tenant_id uuid not null, author_id uuid constraint notes_author_fk references authors (id),
      title text not null constraint notes_title_check check (length(title) < 100), stars int not null default 0,
      created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
      constraint notes_title_key unique (title));
    create index notes_stars_idx on notes (stars, id) where stars > 0;
    create function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger refuse_change before delete on notes for each row execute function refuse_change();`,
  down: 'drop table notes, authors; drop function refuse_change',
})

const colours = testMigration('notes', '0002_colours', {
  up: 'alter table notes add column colour text; create index notes_colour_idx on notes (colour)',
  down: 'alter table notes drop column colour',
})

/** Built beside those who write: see docs/migrations.md. */
const dates: Migration = {
  ...testMigration('notes', '0003_dates', {
    up: 'create index notes_dates_idx on notes (created_at)',
    down: 'drop index notes_dates_idx',
  }),
  online: {
    index: 'notes_dates_idx',
    statement: 'create index concurrently notes_dates_idx on notes (created_at)',
    plain: 'create index notes_dates_idx on notes (created_at)',
  },
}

const moorings = testMigration('moorings', '0001_moorings', {
  up: `create table moorings (id uuid primary key, tenant_id uuid not null, name text not null,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
  down: 'drop table moorings',
})

/** What the code of the tests has. */
export const fleet: FleetMigrations = new Map([
  ['notes', [notes, colours, dates]],
  ['moorings', [moorings]],
])

const ownNotes: OwnRows[] = [
  { table: 'authors', condition: ({ owner }) => `user_id = ${owner}` },
  {
    table: 'notes',
    condition: ({ schema, owner }) =>
      `exists (select from ${schema}.authors a where a.id = author_id and a.user_id = ${owner})`,
  },
]

function blueprintOf({ modules }: { modules: string[] }) {
  const migrations = modules.flatMap((module) => fleet.get(module) ?? [])
  return { modules, migrations, seed: [], ownRows: modules.includes('notes') ? ownNotes : [] }
}

/** What checks need. */
export function driftDeps({ database }: { database: Pick<Database, 'pool'> }): GoldenDeps {
  return { pool: database.pool, migrations: fleet, blueprintOf }
}

/** A tenant as provisioning builds it. @param migrations fewer than the code has, for one that is behind */
export async function createDriftTenant(
  db: TestDatabase,
  { subdomain, modules, migrations }: { subdomain: string; modules: string[]; migrations?: Migration[] },
): Promise<SignedUpTenant> {
  const tenant = await createWaitingTenant(db, subdomain)
  const blueprint = blueprintOf({ modules })
  const deps = rehearsalDeps(db, {
    blueprintOf: () => ({ ...blueprint, migrations: migrations ?? blueprint.migrations }),
  })
  await executeRun(deps, { runId: tenant.runId, attempt: 1 })
  return tenant
}

/** All of `notes` but the newest migration. */
export const oldNotes: Migration[] = [notes]
