import { createHash } from 'node:crypto'
import type { Migration } from '#src/db/server/migration-files.ts'
import { modules } from '#src/modules/registry.ts'
import type { FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'

/** What fleets of the suites are made of. */
export const MODULE = 'pet-care'

/** A column and an index on two tables: what most migrations are like. */
export const benchMigration: Migration = migrationOf('9001_bench_notes', {
  up: `alter table pets add column bench_note text;
create index pets_bench_note_idx on pets (bench_note);
alter table owners add column bench_note text;
create index owners_bench_note_idx on owners (bench_note);`,
  down: 'alter table pets drop column bench_note; alter table owners drop column bench_note;',
})

/** Run twice it is not refused, but can be seen: each owner has a mark for each time. */
export const markingMigration: Migration = migrationOf('9002_bench_marks', {
  up: `update owners set notes = coalesce(notes, '') || '+'`,
  down: `update owners set notes = nullif(left(notes, -1), '')`,
})

function migrationOf(name: string, { up, down }: { up: string; down: string }): Migration {
  const checksum = createHash('sha256').update(up).update('\0').update(down).digest('hex')
  return { set: MODULE, name, up, down, breaking: false, checksum }
}

/** What the fleet has, and some migrations more. */
export async function loadBenchMigrations(extra: readonly Migration[]): Promise<FleetMigrations> {
  const present = (await loadModuleMigrations(modules)).get(MODULE) ?? []
  return new Map([[MODULE, [...present, ...extra]]])
}
