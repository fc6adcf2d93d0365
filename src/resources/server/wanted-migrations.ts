import type { Migration } from '#src/db/server/migration-files.ts'
import type { Module } from '../define-module.ts'
import { loadModuleMigrations } from './module-migrations.ts'

/** Migrations that a tenant with these modules should have, in the order they are applied. */
export type WantedMigrations = (modules: readonly string[]) => Promise<Migration[]>

/** The files are read once, when somebody asks first. */
export function createWantedMigrations(modules: readonly Pick<Module, 'id'>[]): WantedMigrations {
  let loading: ReturnType<typeof loadModuleMigrations> | undefined
  return async (names) => {
    loading ??= loadModuleMigrations(modules)
    const loaded = await loading
    return names.flatMap((name) => loaded.get(name) ?? [])
  }
}
