import { join } from 'node:path'
import { loadMigrations, type Migration } from '#src/db/server/migration-files.ts'
import { modules } from '#src/modules/registry.ts'
import type { BlueprintOf } from '#src/provisioning/server/blueprint.ts'
import { projectRoot } from './project-root.ts'

/** Migrations of every installed module by its id. */
async function loadModuleMigrations(): Promise<Map<string, Migration[]>> {
  const loaded = modules.map(async ({ id }): Promise<[string, Migration[]]> => [
    id,
    await loadMigrations(id, join(projectRoot, 'src', 'modules', id, 'migrations')),
  ])
  return new Map(await Promise.all(loaded))
}

/** Prepares what a tenant is built from, by the modules and starter records it has chosen. */
export async function createBlueprintSource(): Promise<BlueprintOf> {
  const migrations = await loadModuleMigrations()
  return (input) => ({
    modules: input.modules,
    migrations: input.modules.flatMap((id) => migrations.get(id) ?? []),
    seed: [],
  })
}
