import { callActor } from '#src/tenancy/server/call-actor.ts'
import type { LifeOrder } from '#src/tenancy/server/tenant-life.service.ts'
import type { CallContext } from '#src/trpc/server/context.ts'

/** A move as the person of the platform orders it who makes the call. */
export function lifeOrderOf(ctx: CallContext, tenantId: string): LifeOrder {
  const { workspaceUrl, idempotentCall } = ctx
  return { tenantId, actor: callActor(ctx), workspaceUrl, idempotentCall }
}
