import type { Pool } from 'pg'
import { appendAudit, appendAuditOn, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { enqueue } from '#src/jobs/server/enqueue.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createTenantSteps } from '../run.ts'
import { dropRemains } from './drop-remains.ts'
import { lockTenantPlane } from './plane-lock.repository.ts'
import { appendRunEvents } from './run-events.repository.ts'
import { tryRunLock, tryRunLockOn } from './run-lock.ts'
import { findRunRow } from './run-row.repository.ts'
import { appendRunEvent, createRun, type NewRun } from './run.repository.ts'
import { executeRunTask, runJobKey } from './run.tasks.ts'

/**
 * Starts a run in the caller's transaction: run, steps, first event and job are written together.
 * @returns the run's id
 */
export async function startRun(tx: PlatformTx, run: NewRun): Promise<string> {
  const runId = await createRun(tx, run)
  await enqueue(tx, executeRunTask, {
    payload: { tenantId: run.tenantId, runId, attempt: 1 },
    key: runJobKey(runId),
  })
  return runId
}

/**
 * Starts a `create-tenant` run again, from nothing. Of two retries at once one wins.
 * @throws AppError RUN_NOT_RETRYABLE unless the run has failed or was rolled back
 */
export async function retryRun(db: PlatformDb, runId: string, actor: AuditActor): Promise<void> {
  await db.$transaction(async (tx) => {
    const [run] = await tx.$queryRaw<{ attempt: number; tenantId: string }[]>`
      select attempt, tenant_id::text as "tenantId" from platform.provisioning_runs
      where id = ${runId}::uuid and state in ('failed', 'compensated') and kind = 'create-tenant' for no key update`
    if (!run) throw new AppError('RUN_NOT_RETRYABLE')
    const waiting = await tx.tenant.updateMany({
      where: { id: run.tenantId, status: 'failed' },
      data: { status: 'provisioning' },
    })
    if (waiting.count !== 1) throw new AppError('RUN_NOT_RETRYABLE')
    await queueAgain(tx, { runId, ...run }, actor)
  })
}

/**
 * Starts a failed run of another kind than `create-tenant` again, in the caller's transaction. Whether what it is
 * about may still be done is the caller's to know.
 * @throws AppError RUN_NOT_RETRYABLE unless the run has failed
 */
export async function restartRun(tx: PlatformTx, runId: string, actor: AuditActor): Promise<void> {
  const [run] = await tx.$queryRaw<{ attempt: number; tenantId: string }[]>`
    select attempt, tenant_id::text as "tenantId" from platform.provisioning_runs
    where id = ${runId}::uuid and state = 'failed' and kind <> 'create-tenant' for no key update`
  if (!run) throw new AppError('RUN_NOT_RETRYABLE')
  await queueAgain(tx, { runId, ...run }, actor)
}

async function queueAgain(
  tx: PlatformTx,
  { runId, tenantId, attempt: last }: { runId: string; tenantId: string; attempt: number },
  actor: AuditActor,
): Promise<void> {
  const attempt = last + 1
  await appendRunEvent(tx, { runId, attempt: last }, { type: 'run.queued', payload: { attempt } })
  await enqueue(tx, executeRunTask, { payload: { tenantId, runId, attempt }, key: runJobKey(runId) })
  await appendAudit(tx, {
    tenantId,
    actor,
    action: 'runs.retry',
    resource: { type: 'runs', id: runId },
    details: { attempt },
  })
}

/**
 * Gives a sign-up up that has failed or has not started yet: its address becomes free again.
 * @throws AppError RUN_NOT_CANCELLABLE while it is being built, and afterwards
 */
export async function cancelRun(db: PlatformDb, runId: string, actor: AuditActor): Promise<void> {
  await db.$transaction(async (tx) => {
    // A worker that has just begun holds the tenant and is about to write to the run: waiting for the one while
    // holding the other would stop both until a time limit ends them.
    if (!(await tryRunLockOn(tx, runId))) throw new AppError('RUN_NOT_CANCELLABLE')
    const [run] = await tx.$queryRaw<{ attempt: number; tenantId: string }[]>`
      select attempt, tenant_id::text as "tenantId" from platform.provisioning_runs
      where id = ${runId}::uuid and state in ('failed', 'pending', 'compensated') and kind = 'create-tenant'
      for no key update`
    if (!run) throw new AppError('RUN_NOT_CANCELLABLE')
    const given = await tx.tenant.updateMany({
      where: { id: run.tenantId, status: { in: ['failed', 'provisioning'] } },
      data: { status: 'deleted', deletedAt: new Date() },
    })
    if (given.count !== 1) throw new AppError('RUN_NOT_CANCELLABLE')
    await tx.user.deleteMany({ where: { tenantId: run.tenantId } })
    await appendRunEvent(tx, { runId, attempt: run.attempt }, { type: 'run.cancelled' })
    await appendAudit(tx, {
      tenantId: run.tenantId,
      actor,
      action: 'runs.cancel',
      resource: { type: 'runs', id: runId },
    })
  })
}

/**
 * Takes a finished `create-tenant` run back: schema, role and features go, the tenant ends as `failed` and may
 * be retried. For emergencies; the caller has asked for the name. The audit row is part of it.
 * @throws AppError RUN_NOT_REVERSIBLE unless the run succeeded or failed, and for a tenant that was deleted
 */
export async function rollBackRun(
  pool: Pool,
  runId: string,
  { actor, reason }: { actor: AuditActor; reason?: string | undefined },
): Promise<void> {
  await withPlatformTransaction(pool, async (client) => {
    // A retry of the same run waits here, or has gone first and is seen.
    await client.query('select from platform.provisioning_runs where id = $1 for no key update', [runId])
    const run = (await tryRunLock(client, runId)) ? await findRunRow(client, runId) : undefined
    if (!run || run.kind !== 'create-tenant' || (run.state !== 'succeeded' && run.state !== 'failed')) {
      throw new AppError('RUN_NOT_REVERSIBLE')
    }
    await lockTenantPlane(client, run.tenant.tenantId)
    await appendRunEvents(client, run, [{ type: 'run.compensating' }])
    const { rowCount } = await client.query(
      `update platform.tenants set status = 'failed', activated_at = null, updated_at = now()
       where id = $1 and status <> 'deleted'`,
      [run.tenant.tenantId],
    )
    // What was deleted has given its address back: somebody else may have it.
    if (rowCount === 0) throw new AppError('RUN_NOT_REVERSIBLE')
    await client.query(
      'update platform.sessions set revoked_at = now() where tenant_id = $1 and revoked_at is null',
      [run.tenant.tenantId],
    )
    await dropRemains(client, run)
    await appendRunEvents(client, run, [
      ...[...createTenantSteps].reverse().map((step) => ({ type: 'step.compensated' as const, step })),
      { type: 'run.compensated' },
    ])
    await appendAuditOn(client, {
      tenantId: run.tenant.tenantId,
      actor,
      action: 'runs.rollback',
      resource: { type: 'runs', id: runId },
      ...(reason === undefined ? {} : { details: { reason } }),
    })
  })
}
