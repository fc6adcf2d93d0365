import type { ClientBase } from 'pg'
import { appendAuditOn, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import { isStepwise } from '../run.ts'
import { dropRemains } from './drop-remains.ts'
import type { NewRunEvent } from './run-events.repository.ts'
import { appendRunEvents } from './run-events.repository.ts'
import { retryDelay, type RunFailure } from './run-failure.ts'
import { listStepStates, type RunRow } from './run-row.repository.ts'
import { executeRunTask, runJobKey } from './run.tasks.ts'

/**
 * Records that an attempt failed and leaves nothing of it behind: the tenant's transaction has been rolled
 * back by now, which is proven by looking, and what should exist all the same is dropped. A passing cause
 * gets another attempt, everything else ends the run. Called inside a transaction of the platform's scope.
 * @throws RunSupersededError when the run has gone on without this attempt
 */
export async function endFailedRun(client: ClientBase, run: RunRow, failure: RunFailure): Promise<void> {
  const steps = await listStepStates(client, run.runId)
  const undone: NewRunEvent[] = steps
    .filter(({ name, state }) => state === 'succeeded' || (state === 'running' && name !== failure.step))
    .reverse()
    .map(({ name }) => ({ type: 'step.compensated', step: name, payload: { message: 'Taken back.' } }))
  const { code, message, step } = failure
  const error = { code, message, step }
  await appendRunEvents(client, run, [
    ...(step ? [{ type: 'step.failed' as const, step, payload: { message, error } }] : []),
    ...(isStepwise(run.kind) ? [] : [{ type: 'run.compensating' as const }, ...undone]),
  ])
  // The schema of a tenant that was there before the run is none of its remains.
  if (run.kind === 'create-tenant') await dropRemains(client, run)
  const delayMs = retryDelay(run, failure)
  if (delayMs !== undefined) await scheduleRetry(client, run, delayMs)
  else await recordFailure(client, run, error)
  await appendAuditOn(client, {
    tenantId: run.tenant.tenantId,
    actor: systemActor(run.requestId),
    action: delayMs === undefined ? 'runs.fail' : 'runs.retry',
    resource: { type: 'runs', id: run.runId },
    details: { kind: run.kind, attempt: run.attempt, ...error, steps },
  })
}

async function scheduleRetry(client: ClientBase, run: RunRow, delayMs: number): Promise<void> {
  const attempt = run.attempt + 1
  await appendRunEvents(client, run, [{ type: 'run.retrying', payload: { attempt, delayMs } }])
  const { tenantId } = run.tenant
  await enqueueOn(client, executeRunTask, {
    payload: { tenantId, runId: run.runId, attempt },
    key: runJobKey(run.runId),
    runAt: new Date(Date.now() + delayMs),
  })
}

async function recordFailure(
  client: ClientBase,
  run: RunRow,
  error: { code: string; message: string; step: string | null },
): Promise<void> {
  await appendRunEvents(client, run, [{ type: 'run.failed', payload: { error } }])
  if (run.kind !== 'create-tenant') return
  await client.query(
    `update platform.tenants set status = 'failed', updated_at = now() where id = $1 and status = 'provisioning'`,
    [run.tenant.tenantId],
  )
}
