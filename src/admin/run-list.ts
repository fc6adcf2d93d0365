import { z } from 'zod'
import { runAddress, runMoves, runRow } from '#src/provisioning/run-list.ts'
import { tenantStatuses } from '#src/tenancy/tenant.ts'

/** One run, with what may be done about it by those who may. */
export const runDetails = runRow.extend({
  tenantStatus: z.enum(tenantStatuses),
  moves: z.array(z.enum(runMoves)).describe('What may be done with it as it stands'),
})
export type RunDetails = z.infer<typeof runDetails>

export const rollbackRunInput = runAddress.extend({
  confirm: z.string().max(100).describe('The subdomain, typed out'),
})

const count = z.number().int()
/** Jobs of one kind. */
export const taskQueue = z.object({
  task: z.string(),
  waiting: count.describe('Nobody has taken them, and they are due'),
  running: count,
  failing: count.describe('Failed before, and will be tried again'),
  lost: count.describe('Failed so often that nobody tries them again'),
  oldestMs: z.number().nullable().describe('How long the first of those that wait has been due'),
})
export type TaskQueue = z.infer<typeof taskQueue>

/** Whoever works on jobs at this moment, as the queue knows it. */
export const queueWorker = z.object({
  id: z.string(),
  running: count,
  task: z.string().nullable().describe('What it took last'),
  busySince: z.iso.datetime().describe('When it took the oldest job it holds'),
})
export type QueueWorker = z.infer<typeof queueWorker>

export const queueState = z.object({
  at: z.iso.datetime(),
  tasks: z.array(taskQueue),
  workers: z.array(queueWorker),
})
export type QueueState = z.infer<typeof queueState>
