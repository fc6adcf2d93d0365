import type { Migration } from '#src/db/server/migration-files.ts'
import type { BlueprintOf } from '#src/provisioning/server/blueprint.ts'
import type { Module } from '../define-module.ts'
import { listOwnRows } from './own-policies.ts'
import { buildSeedRows } from './seed-rows.ts'

/**
 * Tells provisioning what to build for the modules a tenant has chosen, in the order of `modules`; names that
 * no module has are left out.
 */
export function createBlueprintOf(
  modules: readonly Module[],
  migrations: ReadonlyMap<string, readonly Migration[]>,
): BlueprintOf {
  return (input) => {
    const chosen = modules.filter(({ id }) => input.modules.includes(id))
    return {
      modules: chosen.map(({ id }) => id),
      migrations: chosen.flatMap(({ id }) => migrations.get(id) ?? []),
      seed: buildSeedRows(chosen, input),
      ownRows: chosen.flatMap(listOwnRows),
    }
  }
}
