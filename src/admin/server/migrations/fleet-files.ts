import type { FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import type { Module } from '#src/resources/define-module.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'

/** The migrations that this code has. */
export type ReadFleetMigrations = () => Promise<FleetMigrations>

/** The files are read once, when somebody asks first. */
export function createFleetFiles(modules: readonly Pick<Module, 'id'>[]): ReadFleetMigrations {
  let loading: Promise<FleetMigrations> | undefined
  return () => (loading ??= loadModuleMigrations(modules))
}
