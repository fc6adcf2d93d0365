import type { Module } from '#src/resources/define-module.ts'
import { createWantedMigrations } from '#src/resources/server/wanted-migrations.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { tenantListProcedures } from './tenant-list.procedures.ts'

/** The tenants of the fleet, as the console reads and changes them. */
export function createTenantsRouter({ modules }: { modules: readonly Module[] }) {
  return createRouter({
    ...tenantListProcedures(createWantedMigrations(modules)),
  })
}
