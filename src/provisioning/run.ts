import { z } from 'zod'

export const runKinds = [
  'create-tenant',
  'enable-module',
  'migrate',
  'delete-tenant',
  'restore',
  'import',
] as const
export type RunKind = (typeof runKinds)[number]

/** The one list of states, of runs and of steps. */
export const runStates = ['pending', 'running', 'succeeded', 'failed', 'compensating', 'compensated'] as const
export type RunState = (typeof runStates)[number]

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
