import type { PlatformDb } from '#src/db/server/database.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import { requirePlan } from '#src/tenancy/plans.ts'
import type { FeatureOverride } from '../../plan-features.ts'

/** How many tenants have each plan. Deleted ones have none. */
export async function countTenantsByPlan(db: PlatformDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db.tenant.groupBy({
    by: ['plan'],
    where: { status: { not: 'deleted' } },
    _count: { _all: true },
  })
  return new Map(rows.map(({ plan, _count }) => [plan, _count._all]))
}

/** How many tenants of a plan have a module on, by `plan module`. */
export async function countEnabled(db: PlatformDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ plan: string; name: string; count: number }[]>`
    select t.plan, f.name, count(*)::int as count
    from tenant_features f join tenants t on t.id = f.tenant_id
    where f.enabled and t.status <> 'deleted'
    group by t.plan, f.name`
  return new Map(rows.map(({ plan, name, count }) => [`${plan} ${name}`, count]))
}

/** Modules that the platform has switched for tenants, the newest first. */
export async function listOverrides(
  db: PlatformDb,
  { page, limit }: { page: number; limit: number },
): Promise<{ items: FeatureOverride[]; total: number }> {
  const where = { tenant: { status: { not: 'deleted' } } }
  const [rows, total] = await Promise.all([
    db.featureOverride.findMany({
      where,
      select: {
        tenant: { select: { id: true, subdomain: true, businessName: true, plan: true } },
        module: true,
        enabled: true,
        beyondPlan: true,
        reason: true,
        admin: { select: { id: true, fullName: true } },
        setAt: true,
      },
      orderBy: [{ setAt: 'desc' }, { tenantId: 'asc' }, { module: 'asc' }],
      ...{ skip: pageOffset({ page, limit }), take: limit },
    }),
    db.featureOverride.count({ where }),
  ])
  const items = rows.map(({ admin: setBy, setAt, tenant, ...row }) => ({
    ...row,
    tenant: { ...tenant, plan: requirePlan(tenant.plan) },
    setBy,
    setAt: setAt.toISOString(),
  }))
  return { items, total }
}
