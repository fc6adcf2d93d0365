import type { PlatformTx } from '#src/db/server/database.ts'
import type { RunState } from '#src/provisioning/run.ts'
import { moduleRunKinds, type ModuleRunKind } from '../feature.ts'

export type FeatureRow = { name: string; enabled: boolean; updatedAt: Date }

/** What is switched on or off for the tenant. */
export async function listFeatures(db: PlatformTx, tenantId: string): Promise<FeatureRow[]> {
  return db.tenantFeature.findMany({
    where: { tenantId },
    orderBy: { name: 'asc' },
    select: { name: true, enabled: true, updatedAt: true },
  })
}

/** A run that is about one module of a tenant. */
export type ModuleRun = { id: string; module: string; kind: ModuleRunKind; state: RunState }

/** The newest run of each module that was ever switched while the tenant was open. */
export async function listModuleRuns(db: PlatformTx, tenantId: string): Promise<ModuleRun[]> {
  return db.$queryRaw<ModuleRun[]>`
    select distinct on (input #>> '{modules,0}') id, input #>> '{modules,0}' as module, kind, state
    from provisioning_runs
    where tenant_id = ${tenantId}::uuid and kind = any(${[...moduleRunKinds]}::text[])
    order by input #>> '{modules,0}', created_at desc, id desc`
}

/**
 * Keeps others from starting runs of the tenant's modules, and from moving it to another plan, until the
 * transaction ends.
 * @returns the plan
 */
export async function lockFeatures(tx: PlatformTx, tenantId: string): Promise<string> {
  const [tenant] = await tx.$queryRaw<{ plan: string }[]>`
    select plan from tenants where id = ${tenantId}::uuid for no key update`
  if (!tenant) throw new Error('A tenant that somebody is signed in to is gone.')
  return tenant.plan
}
