import type { Pool, PoolClient } from 'pg'
import { appendAuditOn, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { BlueprintOf } from './blueprint.ts'
import { noFault, type FaultPoint } from './fault.ts'
import { appendRunEvents, type NewRunEvent } from './run-events.repository.ts'
import type { PreparedPlane } from './pool/prepared-plane.ts'
import { requestPoolFill } from './pool/pool-state.repository.ts'
import { AFTER_CLAIM_MS } from './pool/pool.tasks.ts'
import { openRunJournal, type RunJournal } from './run-journal.ts'
import type { RunRow } from './run-row.repository.ts'
import { requireSteps, type StepTable } from './run-steps.ts'
import { withRole, type Step, type StepContext } from './step.ts'

/** What executing runs needs from the process it happens in. */
export type ExecuteDeps = {
  pool: Pool
  logger: Logger
  steps: StepTable
  blueprintOf: BlueprintOf
  fault: FaultPoint
}

/** Which step is being worked on, and on what from the pool, for whoever has to tell about a failure. */
export type RunPosition = { step: string | null; prepared: PreparedPlane }

/** Steps whose result becomes visible only together with the commit that makes it true. */
const COMMITTED_WITH = new Set(['activate', 'welcome', 'switch-on', 'switch-off', 'prove'])

/**
 * Works through the steps of a run in the transaction that is open on `client`, and leaves the commit to the
 * caller. Steps are told to watchers on another connection as they happen; success is written by the
 * transaction itself, so that it is true exactly when what it speaks of is.
 * @throws whatever a step throws; the caller rolls back
 */
export async function executeSteps(
  deps: ExecuteDeps,
  { client, run, position }: { client: PoolClient; run: RunRow; position: RunPosition },
): Promise<void> {
  const journal = openRunJournal(deps.pool, run)
  const startedAt = performance.now()
  const closing: NewRunEvent[] = []
  const steps: { name: string; durationMs: number }[] = []
  try {
    journal.append({ type: 'run.started', payload: { attempt: run.attempt } })
    const { runId, tenant, input } = run
    const { prepared } = position
    const context = { client, pool: deps.pool, runId, tenant, prepared, blueprint: deps.blueprintOf(input) }
    for (const step of requireSteps(deps.steps, run.kind)) {
      position.step = step.name
      const finished = await runStep(step, context, { journal, fault: deps.fault })
      steps.push({ name: step.name, durationMs: finished.payload.durationMs })
      if (COMMITTED_WITH.has(step.name)) closing.push(finished)
      else journal.append(finished)
    }
  } finally {
    // What was told so far must be stored before success or failure is written after it.
    await journal.drain()
  }
  const durationMs = performance.now() - startedAt
  closing.push({ type: 'run.succeeded', payload: { durationMs } })
  await withRole(client, PLATFORM_ROLE, async () => {
    await appendRunEvents(client, run, closing)
    await settlePool(client, run, position.prepared)
    await appendAuditOn(client, {
      tenantId: run.tenant.tenantId,
      actor: systemActor(run.requestId),
      action: 'runs.succeed',
      resource: { type: 'runs', id: run.runId },
      details: { kind: run.kind, attempt: run.attempt, durationMs, steps },
    })
  })
}

/** Remembers which way the run went, for estimates, and lets the pool be filled again. */
async function settlePool(
  client: PoolClient,
  { runId }: RunRow,
  { isPoolAsked, warm }: PreparedPlane,
): Promise<void> {
  await client.query(
    'update platform.provisioning_runs set is_prepared = $2 where id = $1 and is_prepared <> $2',
    [runId, warm !== null],
  )
  if (isPoolAsked) await requestPoolFill(client, AFTER_CLAIM_MS)
}

type FinishedStep = NewRunEvent & { payload: { durationMs: number } }

async function runStep(
  step: Step,
  context: Omit<StepContext, 'progress'>,
  { journal, fault }: { journal: RunJournal; fault: FaultPoint },
): Promise<FinishedStep> {
  const startedAt = performance.now()
  journal.append({ type: 'step.started', step: step.name })
  fault(step.name, 'before')
  const message = await step.run({
    ...context,
    progress: (text, detail) =>
      journal.append({ type: 'step.progressed', step: step.name, payload: { message: text, ...detail } }),
  })
  // A rehearsed kill is to be seen where it happens.
  if (fault !== noFault) await journal.drain()
  fault(step.name, 'after')
  return {
    type: 'step.succeeded',
    step: step.name,
    payload: { message, durationMs: performance.now() - startedAt },
  }
}
