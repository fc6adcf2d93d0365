import type { MigrationId } from '#src/provisioning/rollout.ts'
import { migrationId, type FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import type { TenantGap } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import type { PlannedMigration } from '../../migration-plan.ts'

type Counts = Pick<PlannedMigration, 'missing' | 'changed' | 'unknown'>

/** Tenants by the migration they differ in: those this code has in their order, then those of newer code. */
export function describeGaps(gaps: readonly TenantGap[], fleet: FleetMigrations): PlannedMigration[] {
  const counts = new Map<MigrationId, Counts>()
  for (const gap of gaps) {
    for (const how of ['missing', 'changed', 'unknown'] as const) {
      for (const id of gap[how]) {
        const found = counts.get(id) ?? { missing: 0, changed: 0, unknown: 0 }
        counts.set(id, { ...found, [how]: found[how] + 1 })
      }
    }
  }
  const own = [...fleet.values()].flat().flatMap((migration) => {
    const id = migrationId(migration)
    const found = counts.get(id)
    counts.delete(id)
    if (!found) return []
    return [{ id, isBreaking: migration.breaking, isOnline: migration.online !== undefined, ...found }]
  })
  const foreign = [...counts].toSorted(([one], [other]) => one.localeCompare(other))
  return [...own, ...foreign.map(([id, found]) => ({ id, isBreaking: false, isOnline: false, ...found }))]
}
