import { fileURLToPath } from 'node:url'
import { loadMigrations, type Migration } from '#src/db/server/migration-files.ts'
import type { Module } from '../define-module.ts'

const MODULES = new URL('../../modules/', import.meta.url)

/** Reads the migrations of every module, by the module's id, in the order they are applied. */
export async function loadModuleMigrations(
  modules: readonly Pick<Module, 'id'>[],
): Promise<ReadonlyMap<string, readonly Migration[]>> {
  const loaded = await Promise.all(
    modules.map(async ({ id }): Promise<[string, readonly Migration[]]> => [
      id,
      await loadMigrations(id, fileURLToPath(new URL(`${id}/migrations`, MODULES))),
    ]),
  )
  return new Map(loaded)
}
