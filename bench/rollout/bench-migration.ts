import { createHash } from 'node:crypto'
import type { Migration } from '#src/db/server/migration-files.ts'
import { modules } from '#src/modules/registry.ts'
import type { FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'

/** What fleets of the suites are made of. */
export const MODULE = 'pet-care'

const up = `alter table pets add column bench_note text;
create index pets_bench_note_idx on pets (bench_note);
alter table owners add column bench_note text;
create index owners_bench_note_idx on owners (bench_note);`
const down = 'alter table pets drop column bench_note; alter table owners drop column bench_note;'

/** A column and an index on two tables: what most migrations are like. */
export const benchMigration: Migration = {
  set: MODULE,
  name: '9001_bench_notes',
  ...{ up, down, breaking: false },
  checksum: createHash('sha256').update(up).update('\0').update(down).digest('hex'),
}

/** What the fleet has, and one migration more. */
export async function loadBenchMigrations(
  extra: readonly Migration[] = [benchMigration],
): Promise<FleetMigrations> {
  const present = (await loadModuleMigrations(modules)).get(MODULE) ?? []
  return new Map([[MODULE, [...present, ...extra]]])
}
