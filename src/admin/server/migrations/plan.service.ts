import type { Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { pickMigrations, type FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { countFleet, listGaps } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import { listNodesBehind } from '#src/provisioning/server/rollout/ready-nodes.repository.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { MigrationPlan, MigrationPlanInput } from '../../migration-plan.ts'
import { describeGaps } from './describe-gaps.ts'

/** What is missing where: all tenants are compared at once, and a page of those that differ is named. */
export async function getMigrationPlan(
  pool: Pool,
  fleet: FleetMigrations,
  { page, limit, migration }: MigrationPlanInput,
): Promise<MigrationPlan> {
  return withPlatformTransaction(pool, async (client) => {
    const gaps = await listGaps(client, fleet)
    const migrations = describeGaps(gaps, fleet)
    const missing = migrations.filter((one) => one.missing > 0).map(({ id }) => id)
    const breaking = pickMigrations(fleet, missing).filter((one) => one.breaking)
    const named = gaps.filter((gap) => migration === undefined || gap.missing.some((id) => id === migration))
    const start = pageOffset({ page, limit })
    return {
      checked: {
        tenants: await countFleet(client),
        modules: fleet.size,
        migrations: [...fleet.values()].flat().length,
      },
      behind: gaps.filter((gap) => gap.missing.length > 0).length,
      migrations,
      nodesBehind: await listNodesBehind(client, breaking),
      tenants: { items: named.slice(start, start + limit), total: named.length, page, limit },
    }
  })
}
