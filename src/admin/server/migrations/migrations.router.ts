import type { Module } from '#src/resources/define-module.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { createFleetFiles } from './fleet-files.ts'
import { rolloutMoveProcedures } from './rollout-move.procedures.ts'
import { rolloutOrderProcedures } from './rollout-order.procedures.ts'
import { rolloutQueryProcedures } from './rollout-query.procedures.ts'

/** Migrations of modules, and how they go through the fleet. */
export function createMigrationsRouter(modules: readonly Pick<Module, 'id'>[]) {
  const readFleet = createFleetFiles(modules)
  return createRouter({
    ...rolloutQueryProcedures(readFleet),
    ...rolloutOrderProcedures(readFleet),
    ...rolloutMoveProcedures(readFleet),
  })
}
