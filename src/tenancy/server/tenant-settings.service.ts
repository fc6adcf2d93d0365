import { isDeepStrictEqual } from 'node:util'
import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { Language } from '../language.ts'
import type { Industry, Plan, TenantStatus } from '../tenant.ts'
import { addressInput } from '../tenant.ts'
import { planLimitsOf, planTitles } from '../plans.ts'
import type { PlanUse, TenantDetails, UpdateTenant } from '../tenant-settings.ts'
import { countTeam } from './member.repository.ts'
import type { TeamCaller } from './team-caller.ts'
import { requireActor, requireSeen } from './team-rules.ts'
import {
  getOwnTenant,
  saveOwnTenant,
  type TenantChanges,
  type TenantRow,
} from './tenant-settings.repository.ts'

type Shown = Omit<TenantDetails, 'workspaceUrl'>

/** The workspace as its own people see it. @param db in the tenant's scope */
export async function getTenantSettings(db: PlatformDb, tenantId: string): Promise<Shown> {
  return showTenant(await getOwnTenant(db, tenantId))
}

/** How much of its plan a workspace uses. @param db in the tenant's scope */
export async function getPlanUse(db: PlatformDb, tenantId: string): Promise<PlanUse> {
  const [tenant, people] = await Promise.all([getOwnTenant(db, tenantId), countTeam(db, tenantId)])
  const plan = tenant.plan as Plan
  const limits = planLimitsOf(plan)
  return {
    plan,
    title: planTitles[plan],
    modules: { limit: limits.modules, count: tenant.features.length },
    people: { limit: limits.people, count: people },
    recordsPerResource: { limit: limits.recordsPerResource },
  }
}

/**
 * Changes what is given and leaves the rest; nothing is written when nothing differs.
 * @param db in the tenant's scope
 * @throws AppError CONFLICT when somebody changed the workspace since `updatedAt`
 */
export async function updateTenantSettings(
  db: PlatformDb,
  caller: TeamCaller,
  { updatedAt, ...given }: UpdateTenant,
): Promise<Shown> {
  return db.$transaction(async (tx) => {
    await requireActor(tx, caller, 'tenant:update')
    const before = await getOwnTenant(tx, caller.tenantId)
    requireSeen(before.updatedAt, updatedAt, 'these settings')
    const changes = changesOf(before, given)
    const names = Object.keys(changes)
    if (names.length === 0) return showTenant(before)
    const after = await saveOwnTenant(tx, before, changes)
    await appendAudit(tx, {
      tenantId: caller.tenantId,
      actor: caller.actor,
      action: 'tenants.update',
      resource: { type: 'tenants', id: caller.tenantId },
      details: {
        before: Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name))),
        after: changes,
      },
    })
    return showTenant(after)
  })
}

/** What of the settings given differs from what is stored. */
export function changesOf(
  before: TenantRow,
  { phone, ...given }: Omit<UpdateTenant, 'updatedAt'>,
): TenantChanges {
  const wanted = { ...given, ...(phone === undefined ? {} : { phone: phone || null }) }
  const stored: Record<string, unknown> = { ...before, address: addressOf(before) }
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => value !== undefined && !isDeepStrictEqual(value, stored[name]),
    ),
  )
}

/** Every line of the address, whatever the sign-up left out. */
function addressOf({ address }: TenantRow) {
  return addressInput.parse(address ?? {})
}

function showTenant(row: TenantRow): Shown {
  const { features, phone, createdAt, updatedAt, ...rest } = row
  return {
    ...rest,
    phone: phone ?? '',
    address: addressOf(row),
    industry: row.industry as Industry,
    language: row.language as Language,
    plan: row.plan as Plan,
    status: row.status as TenantStatus,
    modules: features.map(({ name }) => name),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
