import type { AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { findRunAbout } from '#src/provisioning/server/run.repository.ts'
import { restartRun, retryRun } from '#src/provisioning/server/run.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { switchModule } from './feature.service.ts'

type RetryWish = { runId: string; tenantId: string; actor: AuditActor; requestId: string }

/**
 * Starts a failed run again. One that switches a module has to be right by now as well: the plan may be full, or
 * somebody may have switched it another way.
 * @throws AppError NOT_FOUND, RUN_NOT_RETRYABLE, PLAN_LIMIT_REACHED, LAST_MODULE
 */
export async function retryAnyRun(
  db: PlatformDb,
  { runId, tenantId, actor, requestId }: RetryWish,
): Promise<void> {
  const { kind, state, modules } = await findRunAbout(db, runId)
  if (kind === 'create-tenant') return retryRun(db, runId, actor)
  if (kind === 'delete-tenant') return db.$transaction((tx) => restartRun(tx, runId, actor))
  const [name] = modules
  if (state !== 'failed' || name === undefined) throw new AppError('RUN_NOT_RETRYABLE')
  const answer = await switchModule(db, {
    tenantId,
    name,
    enabled: kind === 'enable-module',
    authority: actor.kind === 'platform' || actor.kind === 'system' ? 'platform' : 'tenant',
    actor,
    requestId,
  })
  if (answer.runId !== runId) throw new AppError('RUN_NOT_RETRYABLE')
}
