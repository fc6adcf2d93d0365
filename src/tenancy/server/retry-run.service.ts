import { findRunAbout } from '#src/provisioning/server/run.repository.ts'
import { retryRun } from '#src/provisioning/server/run.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { callActor } from './call-actor.ts'
import { switchModule } from './feature.service.ts'

/**
 * Starts a failed run again. One that switches a module has to be right by now as well: the plan may be full, or
 * somebody may have switched it another way.
 * @throws AppError RUN_NOT_RETRYABLE, PLAN_LIMIT_REACHED, LAST_MODULE
 */
export async function retryAnyRun(
  ctx: CallContext,
  { runId, tenantId }: { runId: string; tenantId: string },
): Promise<void> {
  const { platform } = ctx.database
  const { kind, state, modules } = await findRunAbout(platform, runId)
  if (kind === 'create-tenant') return retryRun(platform, runId, callActor(ctx))
  const [name] = modules
  if (state !== 'failed' || name === undefined) throw new AppError('RUN_NOT_RETRYABLE')
  const actor = callActor(ctx)
  const answer = await switchModule(platform, {
    tenantId,
    name,
    enabled: kind === 'enable-module',
    authority: actor.kind === 'platform' ? 'platform' : 'tenant',
    actor,
    requestId: ctx.requestId,
  })
  if (answer.runId !== runId) throw new AppError('RUN_NOT_RETRYABLE')
}
