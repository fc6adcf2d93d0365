import type { Module } from '#src/resources/define-module.ts'
import { createWantedMigrations } from '#src/resources/server/wanted-migrations.ts'
import type { SignUpCatalog } from '#src/tenancy/server/sign-up.service.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { bulkProcedures } from './bulk.procedures.ts'
import { tenantChangeProcedures } from './tenant-change.procedures.ts'
import { tenantExportProcedures } from './tenant-export.procedures.ts'
import { tenantLifeProcedures } from './tenant-life.procedures.ts'
import { tenantListProcedures } from './tenant-list.procedures.ts'

/** The tenants of the fleet, as the console reads and changes them. */
export function createTenantsRouter({
  modules,
  catalog,
}: {
  modules: readonly Module[]
  catalog: SignUpCatalog
}) {
  const wanted = createWantedMigrations(modules)
  return createRouter({
    // Before what takes an id at the same place of an address.
    ...tenantExportProcedures,
    ...tenantListProcedures(wanted),
    ...tenantChangeProcedures({ modules, catalog, wanted }),
    ...tenantLifeProcedures,
    ...bulkProcedures(modules),
  })
}
