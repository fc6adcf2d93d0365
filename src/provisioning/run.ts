import { z } from 'zod'

export const runKinds = [
  'create-tenant',
  'enable-module',
  'disable-module',
  'migrate',
  'delete-tenant',
  'restore',
  'import',
] as const
export type RunKind = (typeof runKinds)[number]

/** The one list of states, of runs and of steps. */
export const runStates = ['pending', 'running', 'succeeded', 'failed', 'compensating', 'compensated'] as const
export type RunState = (typeof runStates)[number]

/** Nothing will change by itself any more. */
export function isOver({ state }: { state: RunState }): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'compensated'
}

/** Steps of `create-tenant`, in order; faults are rehearsed under these names. */
export const createTenantSteps = [
  'reserve',
  'create-role',
  'create-schema',
  'migrate',
  'secure',
  'seed',
  'verify',
  'activate',
  'welcome',
] as const
export type CreateTenantStep = (typeof createTenantSteps)[number]

/** Steps of `enable-module` and `disable-module`. A tenant that has them goes on working meanwhile. */
export const enableModuleSteps = ['hold', 'migrate', 'secure', 'verify', 'switch-on'] as const
export const disableModuleSteps = ['hold', 'switch-off'] as const

/** Steps of `delete-tenant`, which follows when the days of grace are over. */
export const deleteTenantSteps = [
  'close',
  'survey',
  'drop-tables',
  'drop-plane',
  'remove-files',
  'remove-rows',
  'prove',
] as const
export type DeleteTenantStep = (typeof deleteTenantSteps)[number]

/** Steps by the kind of run, for the kinds that a worker knows how to execute. */
export const runSteps = {
  'create-tenant': createTenantSteps,
  'enable-module': enableModuleSteps,
  'disable-module': disableModuleSteps,
  'delete-tenant': deleteTenantSteps,
} as const satisfies Partial<Record<RunKind, readonly string[]>>
export type ExecutableKind = keyof typeof runSteps
export type StepName = (typeof runSteps)[ExecutableKind][number]

/**
 * True for runs whose steps commit one by one: what is done stays done, and the next attempt goes on from there. All
 * others are one transaction, of which nothing is left when they fail.
 */
export function isStepwise(kind: RunKind): boolean {
  return kind === 'delete-tenant'
}

/** True for a kind that a worker can execute. */
export function isExecutable(kind: RunKind): kind is ExecutableKind {
  return Object.hasOwn(runSteps, kind)
}

export const runStep = z.object({
  name: z.string(),
  state: z.enum(runStates),
  /** share of the whole, from usual durations */
  weight: z.number(),
  startedAt: z.iso.datetime().nullable(),
  durationMs: z.number().nullable(),
  message: z.string().nullable(),
})
export type RunStep = z.infer<typeof runStep>

export const runError = z.object({ code: z.string(), message: z.string(), step: z.string().nullable() })

/** A run as watchers see it. `lastSeq` is the number of the newest event it contains. */
export const runSnapshot = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  kind: z.enum(runKinds),
  state: z.enum(runStates),
  attempt: z.number().int(),
  percent: z.number(),
  /** usual total duration in milliseconds from past runs, when there are any */
  expectedMs: z.number().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  lastSeq: z.number().int(),
  steps: z.array(runStep),
  error: runError.optional(),
  requestId: z.string().nullable(),
})
export type RunSnapshot = z.infer<typeof runSnapshot>

/** Kinds of events a run writes, each with the number it was stored under. */
export const runEventTypes = [
  'run.queued',
  'run.started',
  'run.retrying',
  'run.compensating',
  'run.compensated',
  'run.failed',
  'run.cancelled',
  'run.succeeded',
  'step.started',
  'step.progressed',
  'step.succeeded',
  'step.failed',
  'step.compensated',
] as const

export const runEvent = z.object({
  runId: z.uuid(),
  tenantId: z.uuid(),
  seq: z.number().int(),
  type: z.enum(runEventTypes),
  step: z.string().nullable(),
  at: z.iso.datetime(),
  payload: z.object({
    message: z.string().optional(),
    durationMs: z.number().optional(),
    attempt: z.number().int().optional(),
    /** wait in milliseconds before the next attempt */
    delayMs: z.number().optional(),
    /** tables that exist so far in the new schema */
    tables: z.number().int().optional(),
    error: runError.optional(),
  }),
})
export type RunEvent = z.infer<typeof runEvent>
export type RunEventType = RunEvent['type']
