import type { Module } from '#src/resources/define-module.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { changePlan } from '#src/tenancy/server/change-plan.service.ts'
import { activateTenant, suspendTenant } from '#src/tenancy/server/tenant-life.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import type { BulkInput, BulkResult } from '../../tenant-bulk.ts'
import { countLargestResource } from './largest-resource.service.ts'
import { lifeOrderOf } from './life-order.ts'
import { listTenantNames } from './tenant-names.repository.ts'

/**
 * Does the same to many tenants, each in a transaction of its own: what one of them is refused stops none of the
 * others. A tenant named twice is done once.
 */
export async function changeInBulk(
  ctx: CallContext,
  modules: readonly Module[],
  input: BulkInput,
): Promise<BulkResult[]> {
  const tenantIds = [...new Set(input.tenantIds)]
  const names = await listTenantNames(ctx.database.platform, tenantIds)
  const results: BulkResult[] = []
  // One behind the other: each takes a connection, and other calls need some too.
  for (const tenantId of tenantIds) {
    const subdomain = names.get(tenantId)?.subdomain ?? null
    const refusal = await changeOne(ctx, modules, { ...input, tenantId })
    ctx.forgetTenant(tenantId)
    results.push({ tenantId, subdomain, ok: refusal === null, ...refusal })
  }
  return results
}

/** @returns why it was refused, null when it was done @throws what nobody could foresee */
async function changeOne(
  ctx: CallContext,
  modules: readonly Module[],
  one: BulkInput & { tenantId: string },
): Promise<{ code: string; message: string } | null> {
  try {
    await apply(ctx, modules, one)
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message }
    throw error
  }
}

async function apply(
  ctx: CallContext,
  modules: readonly Module[],
  { action, plan, reason, tenantId }: BulkInput & { tenantId: string },
): Promise<void> {
  const { database } = ctx
  // The answer to the whole call is what an idempotency key keeps, not that to one tenant.
  const order = { ...lifeOrderOf(ctx, tenantId), idempotentCall: undefined }
  if (action === 'activate') await activateTenant(database.platform, order)
  else if (action === 'suspend' && reason !== undefined) {
    await suspendTenant(database.platform, { ...order, reason })
  } else if (action === 'plan' && plan !== undefined) {
    const records = await countLargestResource(database, modules, { tenantId, plan })
    await changePlan(database.platform, { tenantId, plan, actor: callActor(ctx), records })
  } else throw new AppError('BAD_REQUEST')
}
