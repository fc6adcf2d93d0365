import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { runPercent } from '../run-progress.ts'
import {
  runSteps,
  type ExecutableKind,
  type RunEvent,
  type RunKind,
  type RunSnapshot,
  type RunState,
} from '../run.ts'
import type { RunInput } from './blueprint.ts'
import type { NewRunEvent, RunAttempt } from './run-events.repository.ts'
import { RunSupersededError } from './run-events.repository.ts'
import type { StepEstimate } from './step-estimate.repository.ts'

/** A run about to be started; the estimate is asked for beforehand, outside the transaction. */
export type NewRun = {
  tenantId: string
  kind: ExecutableKind
  input: RunInput
  requestId: string
  estimate: StepEstimate
}

/** Writes a new run with its steps and its first event; the caller queues the job in the same transaction. */
export async function createRun(tx: PlatformTx, { estimate, ...run }: NewRun): Promise<string> {
  const runId = newId()
  await tx.provisioningRun.create({ data: { id: runId, ...run, expectedMs: estimate.totalMs } })
  await tx.provisioningStep.createMany({
    data: runSteps[run.kind].map((name, position) => ({
      runId,
      tenantId: run.tenantId,
      name,
      position,
      weight: estimate.weightOf(name),
    })),
  })
  await appendRunEvent(tx, { runId, attempt: 1 }, { type: 'run.queued', payload: { attempt: 1 } })
  return runId
}

/**
 * Stores and announces one event in the caller's transaction.
 * @throws RunSupersededError when this attempt is not the current one
 */
export async function appendRunEvent(
  tx: PlatformTx,
  attempt: RunAttempt,
  event: NewRunEvent,
): Promise<number> {
  const rows = await tx.$queryRaw<{ seq: number | null }[]>`
    select platform.append_run_event(${attempt.runId}::uuid, ${attempt.attempt}::int, ${event.type},
      ${event.step ?? null}, ${JSON.stringify(event.payload ?? {})}::jsonb) as seq`
  const seq = rows[0]?.seq
  if (typeof seq !== 'number') throw new RunSupersededError(attempt)
  return seq
}

const withSteps = { steps: { orderBy: { position: 'asc' } } } as const

/** A run as watchers see it. @throws AppError NOT_FOUND */
export async function getRunSnapshot(db: PlatformDb | PlatformTx, runId: string): Promise<RunSnapshot> {
  const run = await findRunWithSteps(db, runId)
  if (!run) throw new AppError('NOT_FOUND')
  return toSnapshot(run)
}

/** Runs that have not ended yet, newest first; at most 100. */
export async function listOpenRuns(
  db: PlatformDb,
  { tenantId }: { tenantId?: string },
): Promise<RunSnapshot[]> {
  const runs = await db.provisioningRun.findMany({
    where: { state: { in: ['pending', 'running', 'compensating'] }, ...(tenantId ? { tenantId } : {}) },
    include: withSteps,
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return runs.map(toSnapshot)
}

type RunWithSteps = NonNullable<Awaited<ReturnType<typeof findRunWithSteps>>>
function findRunWithSteps(db: PlatformDb | PlatformTx, runId: string) {
  return db.provisioningRun.findUnique({ where: { id: runId }, include: withSteps })
}

/** A stored run as watchers see it. */
export function toSnapshot(run: RunWithSteps): RunSnapshot {
  const steps = run.steps.map((step) => ({
    name: step.name,
    state: step.state as RunState,
    weight: step.weight,
    startedAt: step.startedAt?.toISOString() ?? null,
    durationMs: step.durationMs,
    message: step.message,
  }))
  const state = run.state as RunState
  const { errorCode: code, errorMessage: message, errorStep: step } = run
  return {
    id: run.id,
    tenantId: run.tenantId,
    kind: run.kind as RunKind,
    state,
    attempt: run.attempt,
    percent: runPercent(state, steps),
    expectedMs: run.expectedMs,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    lastSeq: run.lastSeq,
    steps,
    ...(code && message ? { error: { code, message, step } } : {}),
    requestId: run.requestId,
  }
}

/** The newest run of a tenant, of one kind or of any. @throws AppError NOT_FOUND when it never had one */
export async function getLatestRunId(
  db: PlatformDb | PlatformTx,
  { tenantId, kind }: { tenantId: string; kind?: RunKind | undefined },
): Promise<string> {
  const run = await db.provisioningRun.findFirst({
    where: { tenantId, ...(kind ? { kind } : {}) },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  if (!run) throw new AppError('NOT_FOUND')
  return run.id
}

/** The newest run of one kind; null when there was none. */
export async function findLastRun(
  tx: PlatformTx,
  { tenantId, kind }: { tenantId: string; kind: RunKind },
): Promise<{ id: string; state: RunState } | null> {
  const run = await tx.provisioningRun.findFirst({
    where: { tenantId, kind },
    orderBy: { createdAt: 'desc' },
    select: { id: true, state: true },
  })
  return run && { id: run.id, state: run.state as RunState }
}

/** What a run is about, for whoever decides whether it may start again. @throws AppError NOT_FOUND */
export async function findRunAbout(
  db: PlatformDb,
  runId: string,
): Promise<{ kind: RunKind; state: RunState; modules: string[] }> {
  const run = await db.provisioningRun.findUnique({ where: { id: runId } })
  if (!run) throw new AppError('NOT_FOUND')
  const { modules } = run.input as RunInput
  return { kind: run.kind as RunKind, state: run.state as RunState, modules }
}

/** Events of one run after a number, in order and without gaps; all of them without a limit. */
export async function listRunEvents(
  db: PlatformDb,
  { runId, after, limit }: { runId: string; after: number; limit?: number },
): Promise<RunEvent[]> {
  const rows = await db.provisioningEvent.findMany({
    where: { runId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    ...(limit === undefined ? {} : { take: limit }),
  })
  return rows.map((row) => ({
    runId: row.runId,
    tenantId: row.tenantId,
    seq: row.seq,
    type: row.type as RunEvent['type'],
    step: row.step,
    at: row.createdAt.toISOString(),
    payload: row.payload as RunEvent['payload'],
  }))
}
